/** Numbers people can read: multiples of 1, 2 or 5 times a power of ten. */

/** Multiple of `step` nearest to `value`, without the dust of binary fractions (0.1 × 3 → 0.3). */
export function roundTo(value: number, step: number): number {
  return clean(Math.round(value / step) * step);
}

/** Drops binary dust beyond twelve significant digits; −0 becomes 0. */
export function clean(value: number): number {
  return Number(value.toPrecision(12));
}

/** Largest power of ten not above `size` (> 0); by its digits, since a logarithm may fall short of a whole number. */
export const powerBelow = (size: number): number => Number(`1e${size.toExponential().split('e')[1]}`);

/** Largest 1-2-5 step not above `size` (> 0). */
export function stepBelow(size: number): number {
  const power = powerBelow(size);
  const lead = size / power + 1e-9;
  return clean(power * (lead >= 5 ? 5 : lead >= 2 ? 2 : 1));
}

/** The next finer 1-2-5 step: 5 → 2 → 1 → 0.5. */
export function finerStep(step: number): number {
  return stepBelow(step * 0.6);
}

/** Digits after the decimal mark that `value` needs, at most `most`. */
export function decimalsOf(value: number, most = 6): number {
  for (let digits = 0; digits < most; digits += 1) {
    if (Math.abs(value - Number(value.toFixed(digits))) < 1e-9) return digits;
  }
  return most;
}

/** Round numbers inside [low, high], about `count` of them, ascending; [low] when the extent has no width. */
export function roundTicks(low: number, high: number, count = 4): number[] {
  if (!(high > low)) return [low];
  let step = stepBelow((high - low) / count);
  const wider = [2, 2.5, 5, 10].map((k) => step * k);
  const fits = (s: number) => Math.floor(high / s + 1e-9) - Math.ceil(low / s - 1e-9) + 1;
  while (fits(step) > count + 1 && wider.length) step = wider.shift()!;
  const first = Math.ceil(low / step - 1e-9);
  return Array.from({ length: Math.max(0, fits(step)) }, (_, i) => clean((first + i) * step));
}
