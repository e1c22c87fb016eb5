/**
 * Which of `count` evenly spaced ticks to name when `room` names fit: always the first and the last,
 * between them every nth at a round step (1, 2, 5, 10, 20…), none so near the last that the two would touch.
 */
export function tickIndices(count: number, room: number): number[] {
  if (count <= 0) return [];
  if (count === 1) return [0];
  const last = count - 1;
  const step = Math.min(
    last,
    [1, 2, 5, 10, 20, 50, 100, 200].find((s) => last / s <= Math.max(1, room - 1)) ?? last,
  );
  const between = Array.from({ length: Math.floor(last / step) }, (_, i) => i * step);
  return [...between, last];
}
