import type { Classing } from '../model/view';

const LETTER = { natural: 'n', quantile: 'q', equal: 'e' } as const;
const METHOD = { n: 'natural', q: 'quantile', e: 'equal' } as const;
export const FEWEST_CLASSES = 2;
export const MOST_CLASSES = 9;

/** `q6`: six classes of equal number. `m12_15.5_20`: limits set by hand, ascending. undefined when it is neither. */
export function parseClassing(raw: string): Classing | undefined {
  const method = METHOD[raw[0] as keyof typeof METHOD];
  if (method) {
    const classes = /^[2-9]$/.test(raw.slice(1)) ? Number(raw.slice(1)) : NaN;
    return classes >= FEWEST_CLASSES && classes <= MOST_CLASSES ? { method, classes } : undefined;
  }
  if (raw[0] !== 'm') return undefined;
  const parts = raw.slice(1).split('_');
  if (!parts.every((part) => /^-?\d+(\.\d+)?$/.test(part))) return undefined;
  const cuts = parts.map(Number);
  const ascending = cuts.every((cut, i) => i === 0 || cut > cuts[i - 1]!);
  return ascending && cuts.length < MOST_CLASSES ? { method: 'manual', cuts } : undefined;
}

export const printClassing = (c: Classing): string =>
  c.method === 'manual' ? `m${c.cuts.join('_')}` : `${LETTER[c.method]}${c.classes}`;
