/** How a header moved: what went, what came, and what looks like the same column under another name. */
export interface HeaderDrift {
  vanished: string[];
  added: string[];
  renamed: [string, string][];
  /** Same names in another order. */
  reordered: boolean;
}

/** Letters and digits only, without accents: "Età singolo" and "eta_singolo" are one. */
const bare = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/**
 * Compares two headers. A column is taken as renamed when a lost and a new one have the same letters, or stand alone between the
 * same neighbours; `same` may add better evidence, such as equal values.
 */
export function headerDrift(
  before: readonly string[],
  after: readonly string[],
  same: (before: string, after: string) => boolean = () => false,
): HeaderDrift {
  let vanished = before.filter((name) => !after.includes(name));
  let added = after.filter((name) => !before.includes(name));
  const between = (header: readonly string[], name: string): string => {
    const at = header.indexOf(name);
    return JSON.stringify([header[at - 1] ?? null, header[at + 1] ?? null]);
  };
  const renamed: [string, string][] = [];
  const tests = [
    same,
    (a: string, b: string) => bare(a) === bare(b),
    (a: string, b: string) => before.length === after.length && between(before, a) === between(after, b),
  ];
  for (const test of tests)
    for (const old of vanished) {
      const found = added.filter((name) => test(old, name));
      if (found.length !== 1) continue;
      renamed.push([old, found[0]!]);
      vanished = vanished.filter((name) => name !== old);
      added = added.filter((name) => name !== found[0]);
    }
  const reordered =
    vanished.length + added.length + renamed.length === 0 && before.some((name, i) => name !== after[i]);
  return { vanished, added, renamed, reordered };
}

const list = (names: readonly string[]): string => names.map((name) => JSON.stringify(name)).join(', ');

/** The drift in words, one finding a line; nothing when the headers agree. */
export function describeHeader({ vanished, added, renamed, reordered }: HeaderDrift): string[] {
  const lines = renamed.map(
    ([old, now]) => `column renamed: ${JSON.stringify(old)} is now ${JSON.stringify(now)}`,
  );
  if (vanished.length > 0) lines.push(`column vanished: ${list(vanished)}`);
  if (added.length > 0) lines.push(`column new: ${list(added)}`);
  if (reordered) lines.push('columns in another order');
  return lines;
}
