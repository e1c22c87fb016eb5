const CODE = /^[A-Z0-9]{1,6}$/;
export const MOST_PICKED = 30;

/**
 * Official codes are numbers in disguise: `25`, zona `K`, comune `037025`. A choice of many areas is printed as one bit per
 * number, six to a letter, behind one for the kind of code: at most 17 characters instead of 90. A code keeps its bit for ever,
 * since it does not depend on the list of areas of an edition.
 */
const FAMILIES: Record<string, { test: RegExp; bit(code: string): number; code(bit: number): string }> = {
  n: { test: /^[1-9]\d?$/, bit: Number, code: String },
  z: { test: /^[A-Z]$/, bit: (c) => c.charCodeAt(0) - 65, code: (b) => String.fromCharCode(65 + b) },
  c: {
    test: /^0370\d\d$/,
    bit: (c) => Number(c.slice(4)),
    code: (b) => `0370${String(b).padStart(2, '0')}`,
  },
};

/** Six bits a letter, the lowest first; letters that a link needs not escape. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function pack(codes: readonly string[]): string | null {
  const family = Object.entries(FAMILIES).find(([, f]) => codes.every((c) => f.test.test(c)));
  if (!family) return null;
  const bits = codes.map(family[1].bit);
  const sixes = Array.from({ length: Math.floor(Math.max(...bits) / 6) + 1 }, () => 0);
  for (const bit of bits) sixes[Math.floor(bit / 6)]! |= 1 << (bit % 6);
  return family[0] + sixes.map((six) => LETTERS[six]).join('');
}

function unpack(raw: string): string[] | null {
  const family = /^[\w-]{2,18}$/.test(raw) ? FAMILIES[raw.charAt(0)] : undefined;
  if (!family) return null;
  const codes = Array.from(raw.slice(1)).flatMap((letter, i) =>
    [0, 1, 2, 3, 4, 5]
      .filter((bit) => LETTERS.indexOf(letter) & (1 << bit))
      .map((bit) => family.code(i * 6 + bit)),
  );
  return codes.length && codes.every((c) => family.test.test(c)) ? codes : null;
}

/** `25.26.3`, or packed: ascending as text and each once, so that one choice has one link; undefined when it is neither. */
export function parsePicked(raw: string): string[] | undefined {
  const codes = unpack(raw) ?? raw.split('.');
  return codes.length <= MOST_PICKED && codes.every((c) => CODE.test(c))
    ? [...new Set(codes)].sort()
    : undefined;
}

/** Longest packed form; up to this length codes are left for people to read. */
const READABLE = 17;

export function printPicked(codes: readonly string[]): string {
  const plain = codes.join('.');
  return plain.length <= READABLE ? plain : (pack(codes) ?? plain);
}
