import { CITY_CODE, LEVELS, type Level } from '../../src/model/ids';
import { didYouMean } from './nearest';

/** A place as figures name it: `citta`, `zona=B`. */
export interface PlaceRef {
  level: Level;
  code: string;
}

export type What =
  | { kind: 'value'; id: string; place: PlaceRef; period: string }
  | { kind: 'over-time'; id: string; place: PlaceRef; from: string; to: string; ratio: boolean }
  | { kind: 'between-places'; id: string; a: PlaceRef; b: PlaceRef; period: string; ratio: boolean }
  | { kind: 'between-indicators'; a: string; b: string; place: PlaceRef; period: string }
  | { kind: 'name'; place: PlaceRef }
  | { kind: 'extreme'; end: 'max' | 'min'; named: boolean; id: string; level: Level; period: string }
  | { kind: 'count'; id: string; level: Level; period: string; above: number | null; below: number | null };

const FLAGS = ['number', 'percent', 'abs', 'signed', 'words'] as const;
const SETTINGS = ['digits', 'round', 'above', 'below'] as const;
export type Flag = (typeof FLAGS)[number];

/** One figure of a text, as written between `{{` and `}}`. */
export interface Expression {
  /** Its text with single spaces: the key in the lock. */
  text: string;
  what: What;
  flags: ReadonlySet<Flag>;
  digits: number | null;
  round: number | null;
}

/** A figure that cannot be read, or names something unknown. */
export class ExpressionError extends Error {
  override name = 'ExpressionError';
}

const fail = (what: string): never => {
  throw new ExpressionError(what);
};

const EXTREMES = ['max', 'min', 'max.name', 'min.name'] as const;
const ID = /^[a-z][a-z0-9]*\.[a-z][a-z0-9_]*$/;
const MINUS = /\s+[-–−]\s+/;
const OVER = /\s*\/\s*/;

/** Reads what stands between `{{` and `}}`. Throws ExpressionError with what was expected. */
export function parseExpression(raw: string): Expression {
  const text = raw.trim().replace(/\s+/g, ' ');
  const parts = text.split('|').map((part) => part.trim());
  const first = parts[0] ?? '';
  if (!first) return fail('an empty figure; write {{indicator | place | period}}');
  const taken =
    first === 'name' ? 2 : (EXTREMES as readonly string[]).includes(first) || first === 'count' ? 4 : 3;
  if (parts.length < taken)
    return fail(`"${text}" is too short: expected ${SHAPES[taken]}, each part after a "|"`);
  const head = parts.slice(0, taken);
  const modifiers = readModifiers(parts.slice(taken));
  const what = readWhat(head, modifiers.settings);
  const { flags, settings } = modifiers;
  checkModifiers(what, flags, settings);
  return {
    text: parts.join(' | '),
    what,
    flags,
    digits: settings.digits === undefined ? null : whole('digits', settings.digits, 0, 6),
    round: settings.round === undefined ? null : whole('round', settings.round, 1, 1e9),
  };
}

const SHAPES: Record<number, string> = {
  2: '{{name | place}}',
  3: '{{indicator | place | period}}',
  4: '{{max | indicator | level | period}} or {{count | indicator | level | period | above=30}}',
};

type Settings = Partial<Record<(typeof SETTINGS)[number], string>>;

function readModifiers(parts: readonly string[]): { flags: Set<Flag>; settings: Settings } {
  const flags = new Set<Flag>();
  const settings: Settings = {};
  for (const part of parts) {
    const [name = '', value] = part.split('=').map((s) => s.trim());
    if (value === undefined && (FLAGS as readonly string[]).includes(name)) flags.add(name as Flag);
    else if (value !== undefined && (SETTINGS as readonly string[]).includes(name))
      settings[name as keyof Settings] = value;
    else fail(`unknown modifier "${part}"${didYouMean(name, [...FLAGS, ...SETTINGS.map((s) => `${s}=`)])}`);
  }
  return { flags, settings };
}

function readWhat(parts: readonly string[], settings: Settings): What {
  const [first = '', second = '', third = '', fourth = ''] = parts;
  if (first === 'name') return { kind: 'name', place: readPlace(second) };
  if (first === 'count') {
    const limit = (key: 'above' | 'below') =>
      settings[key] === undefined ? null : decimal(key, settings[key]);
    return {
      kind: 'count',
      id: readId(second),
      level: readLevel(third),
      period: readPeriod(fourth),
      above: limit('above'),
      below: limit('below'),
    };
  }
  if ((EXTREMES as readonly string[]).includes(first)) {
    const [end, named] = first.split('.') as ['max' | 'min', 'name' | undefined];
    return {
      kind: 'extreme',
      end,
      named: named === 'name',
      id: readId(second),
      level: readLevel(third),
      period: readPeriod(fourth),
    };
  }
  if (first.includes('/')) {
    const [a = '', b = ''] = first.split(OVER);
    return {
      kind: 'between-indicators',
      a: readId(a),
      b: readId(b),
      place: readPlace(second),
      period: readPeriod(third),
    };
  }
  const id = readId(first);
  const time = /^(.+?)\s*(\.\.|\/)\s*(.+)$/.exec(third);
  if (time) {
    const [from, to] = [readPeriod(time[1]!), readPeriod(time[3]!)];
    if (time[2] === '/')
      return { kind: 'over-time', id, place: readPlace(second), from: to, to: from, ratio: true };
    if (from >= to) fail(`"${third}" runs backwards: write the earlier period first`);
    return { kind: 'over-time', id, place: readPlace(second), from, to, ratio: false };
  }
  const period = readPeriod(third);
  for (const [pattern, ratio] of [
    [MINUS, false],
    [OVER, true],
  ] as const) {
    const both = second.split(pattern);
    if (both.length === 2)
      return { kind: 'between-places', id, a: readPlace(both[0]!), b: readPlace(both[1]!), period, ratio };
  }
  return { kind: 'value', id, place: readPlace(second), period };
}

function readId(raw: string): string {
  return ID.test(raw) ? raw : fail(`"${raw}" is no id of an indicator, such as population.residents`);
}

function readLevel(raw: string): Level {
  return (LEVELS as readonly string[]).includes(raw)
    ? (raw as Level)
    : fail(`unknown level "${raw}"${didYouMean(raw, LEVELS)}`);
}

function readPlace(raw: string): PlaceRef {
  if (raw === 'citta') return { level: 'citta', code: CITY_CODE };
  const [level = '', code] = raw.split('=').map((s) => s.trim());
  if (!code) return fail(`"${raw}" is no place: write citta, or a level and a code such as zona=B`);
  return { level: readLevel(level), code };
}

const readPeriod = (raw: string): string =>
  /^\d{4}(-\d{2}(-\d{2})?)?$/.test(raw.trim())
    ? raw.trim()
    : fail(`"${raw}" is no period: write a year such as 2023 (also 2023-05 or 2023-05-31)`);

function decimal(key: string, raw: string): number {
  return /^-?\d+(\.\d+)?$/.test(raw)
    ? Number(raw)
    : fail(`${key}=${raw}: expected a number such as ${key}=30 or ${key}=12.5`);
}

function whole(key: string, raw: string, least: number, most: number): number {
  const n = /^\d+$/.test(raw) ? Number(raw) : NaN;
  return n >= least && n <= most
    ? n
    : fail(`${key}=${raw}: expected a whole number from ${least} to ${most}`);
}

/** A modifier that would do nothing, or nonsense, is a slip of the pen. */
function checkModifiers(what: What, flags: ReadonlySet<Flag>, settings: Settings): void {
  const limits = settings.above !== undefined || settings.below !== undefined;
  if (what.kind === 'count' && !limits) fail('count needs above= or below=');
  if (what.kind !== 'count' && limits) fail('above= and below= belong to count');
  const isName = what.kind === 'name' || (what.kind === 'extreme' && what.named);
  if (isName && (flags.size || Object.keys(settings).length)) fail('a name takes no modifier');
  if (flags.has('percent') && !isComparison(what))
    fail('percent belongs to a difference or a ratio: {{indicator | place | 1986..2023 | percent}}');
  if (flags.has('percent') && (flags.has('number') || flags.has('words')))
    fail('percent does not go with number or words');
  if (flags.has('abs') && flags.has('signed')) fail('abs and signed contradict each other');
  if (
    flags.has('words') &&
    (settings.digits !== undefined || settings.round !== undefined || flags.has('signed'))
  )
    fail('words goes with none of digits=, round=, signed');
  if (settings.digits !== undefined && settings.round !== undefined)
    fail('digits= and round= contradict each other');
}

const isComparison = (what: What): boolean =>
  what.kind === 'over-time' || what.kind === 'between-places' || what.kind === 'between-indicators';

/** Ids of the indicators a figure rests on. */
export function indicatorsOf(what: What): string[] {
  if (what.kind === 'name') return [];
  return what.kind === 'between-indicators' ? [what.a, what.b] : [what.id];
}
