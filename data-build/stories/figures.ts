import { cellAt, cellsAt } from '../../src/domain/cells';
import { formatNumber, printUnit } from '../../src/domain/format';
import { list } from '../../src/domain/grammar';
import { isValue, type Cell, type Missing } from '../../src/model/cell';
import { LANGS, type Lang, type Text } from '../../src/model/ids';
import type { Unit } from '../../src/model/unit';
import { ExpressionError, type Expression, type PlaceRef, type What } from './expression';
import { area, checkCoverage, indicator, type World } from './world';

/** The place and the period exist, but the edition holds no value for them. */
export class MissingFigure extends Error {
  override name = 'MissingFigure';
}

/** What was computed, before it is printed. */
interface Quantity {
  value: number;
  unit: Unit;
  decimals: number;
  /** A difference of percentages is in points. */
  difference: boolean;
}

const REASON: Record<Missing, string> = {
  suppressed: 'withheld for confidentiality: it rests on too few people',
  'not-available': 'not published by the source',
  unreliable: 'resting on too few cases to be reliable',
  'not-applicable': 'not computable at this level',
};

/**
 * A figure as it is printed in each language. Throws ExpressionError when it names something unknown, MissingFigure when the
 * edition has no value for it.
 */
export function computeFigure(expression: Expression, world: World): Text {
  const { what } = expression;
  if (what.kind === 'name') return both(() => area(world, what.place).name);
  if (what.kind === 'extreme' && what.named) return nameOfExtreme(what, world);
  const quantity = quantityOf(what, world, expression.flags.has('percent'));
  return both((lang) => print(quantity, expression, lang));
}

const both = (make: (lang: Lang) => string): Text =>
  Object.fromEntries(LANGS.map((lang) => [lang, make(lang)])) as Text;

function quantityOf(what: What, world: World, percent: boolean): Quantity {
  switch (what.kind) {
    case 'value': {
      const { summary, table } = indicator(world, what.id);
      const value = valueAt(world, what.id, what.place, what.period);
      return { value, unit: summary.unit, decimals: table.decimals, difference: false };
    }
    case 'over-time':
    case 'between-places': {
      const { summary, table } = indicator(world, what.id);
      const [a, b] =
        what.kind === 'over-time'
          ? ([
              [what.place, what.to],
              [what.place, what.from],
            ] as const)
          : ([
              [what.a, what.period],
              [what.b, what.period],
            ] as const);
      const [one, other] = [valueAt(world, what.id, ...a), valueAt(world, what.id, ...b)];
      if (what.ratio) return ratio(one, other, percent, what);
      if (percent) return share(100 * (ratio(one, other, false, what).value - 1));
      return { value: one - other, unit: summary.unit, decimals: table.decimals, difference: true };
    }
    case 'between-indicators':
      return ratio(
        valueAt(world, what.a, what.place, what.period),
        valueAt(world, what.b, what.place, what.period),
        percent,
        what,
      );
    case 'extreme': {
      const { summary, table } = indicator(world, what.id);
      const ends = extremes(what, world);
      return { value: ends[0]!.value, unit: summary.unit, decimals: table.decimals, difference: false };
    }
    case 'count': {
      const { above, below } = what;
      const value = valuesBy(world, what).filter(
        ({ value }) => (above === null || value > above) && (below === null || value < below),
      ).length;
      return { value, unit: 'number', decimals: 0, difference: false };
    }
    case 'name':
      throw new TypeError('a name is no quantity');
  }
}

/** One digit after the mark below ten, none from there on: "3,4%", "12%". */
const share = (value: number): Quantity => ({
  value,
  unit: 'percent',
  decimals: Math.abs(value) < 9.95 ? 1 : 0,
  difference: false,
});

function ratio(a: number, b: number, percent: boolean, what: What): Quantity {
  if (b === 0) throw new MissingFigure(`${what.kind}: the second value is 0, nothing can be divided by it`);
  return percent ? share((100 * a) / b) : { value: a / b, unit: 'number', decimals: 1, difference: false };
}

function valueAt(world: World, id: string, place: PlaceRef, period: string): number {
  const { table } = indicator(world, id);
  area(world, place);
  checkCoverage(table, place.level, period);
  const cell = cellAt(table, world.geography, place.level, period, place.code);
  if (isValue(cell)) return cell.value;
  throw new MissingFigure(`${id} for ${place.level}=${place.code} in ${period} is ${REASON[cell.missing]}`);
}

interface Ends {
  id: string;
  level: PlaceRef['level'];
  period: string;
}
function valuesBy(world: World, { id, level, period }: Ends): { code: string; value: number }[] {
  const { table } = indicator(world, id);
  checkCoverage(table, level, period);
  const valued = ([code, cell]: [string, Cell]) => (isValue(cell) ? [{ code, value: cell.value }] : []);
  return [...cellsAt(table, world.geography, level, period)].flatMap(valued);
}

/** The areas that share the largest or smallest value. */
function extremes(what: Extract<What, { kind: 'extreme' }>, world: World) {
  const values = valuesBy(world, what);
  if (!values.length) throw new MissingFigure(`${what.id} has no value by ${what.level} in ${what.period}`);
  const end = Math[what.end](...values.map(({ value }) => value));
  return values.filter(({ value }) => value === end);
}

function nameOfExtreme(what: Extract<What, { kind: 'extreme' }>, world: World): Text {
  if (indicator(world, what.id).summary.theme === 'fragility')
    throw new ExpressionError(
      'the city asks that its fragility indices rank no neighbourhood: their extremes are not named',
    );
  const names = extremes(what, world).map(({ code }) => area(world, { level: what.level, code }).name);
  return both((lang) => list(names, lang));
}

const WORDS: Record<Lang, readonly string[]> = {
  it: 'zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti'.split(
    ' ',
  ),
  en: 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  ),
};

function print(quantity: Quantity, { flags, digits, round, text }: Expression, lang: Lang): string {
  const { unit, difference } = quantity;
  let { value, decimals } = quantity;
  if (flags.has('abs')) value = Math.abs(value);
  if (flags.has('words')) {
    const word = Number.isInteger(value) ? WORDS[lang][value] : undefined;
    return word ?? failWords(value, text);
  }
  if (round !== null) {
    value = Math.round(value / round) * round;
    decimals = 0;
  }
  if (digits !== null) decimals = digits;
  const number = formatNumber(value, decimals, lang, flags.has('signed') ? 'exceptZero' : 'negative');
  if (flags.has('number')) return number;
  return narrow(printUnit(number, unit, lang, { difference }));
}

function failWords(value: number, text: string): never {
  throw new ExpressionError(`"${text}" is ${value}: words spells whole numbers from 0 to 20`);
}

/** A symbol stands a narrow space away from its number, a word a full one; neither leaves it at the end of a line. */
const narrow = (text: string): string => text.replace(/(\d)\u00a0(?=[€°µ]|km)/g, '$1\u202f');
