import { CITY_CODE, type Lang, type Level } from '../model/ids';
import type { Geography } from '../model/manifest';
import type { Pyramids } from '../model/series';
import type { ChartTable } from './chart-table';
import { formatNumber } from './format';
import { capital, inPlace } from './grammar';

export interface PyramidBar {
  /** Lowest and highest age of the class; the last one is open. */
  from: number;
  to: number | null;
  women: number;
  men: number;
}

/** Whose pyramid stands for a place: areas and zone di prossimità have none of their own. */
export function pyramidPlace(
  geography: Geography,
  level: Level,
  area: string | null,
): { level: 'citta' | 'quartiere' | 'zona' | 'comune'; code: string; name: string; stands: boolean } {
  if (level === 'comune') return { level: 'comune', code: '', name: '', stands: false };
  const own = geography.levels[level]?.find(({ code }) => code === area);
  const city = geography.levels.citta?.[0];
  const none = {
    level: 'citta',
    code: city?.code ?? CITY_CODE,
    name: city?.name ?? '',
    stands: false,
  } as const;
  if (!own || level === 'citta') return none;
  if (level === 'zona' || level === 'quartiere')
    return { level, code: own.code, name: own.name, stands: false };
  const up = level === 'area' ? 'zona' : 'quartiere';
  const held = geography.levels[up]?.find(({ code }) => code === own.parents[up]);
  return held ? { level: up, code: held.code, name: held.name, stands: true } : none;
}

/** Bars of one place and year in its own classes; null where there is none. Without sexes all are counted as women, none as men. */
export function barsOf(pyramids: Pyramids, code: string, period: string): PyramidBar[] | null {
  const { ages, periods, sexes, areas } = pyramids;
  const counts = (areas.find((area) => area.code === code) ?? (code ? undefined : areas[0]))?.counts[
    periods.indexOf(period)
  ];
  if (!counts) return null;
  return ages.map((from, i) => ({
    from,
    to: i + 1 < ages.length ? ages[i + 1]! - 1 : null,
    women: counts[i]!,
    men: sexes ? counts[ages.length + i]! : 0,
  }));
}

/** Sums fine bars into the classes of others. Throws when a limit of the wanted classes is none of the fine ones. */
export function regroup(bars: readonly PyramidBar[], ages: readonly number[]): PyramidBar[] {
  return ages.map((from, i) => {
    const next = ages[i + 1];
    if (!bars.some((bar) => bar.from === from)) throw new RangeError(`no class begins at ${from}`);
    const inside = bars.filter((bar) => bar.from >= from && (next === undefined || bar.from < next));
    return {
      from,
      to: next === undefined ? null : next - 1,
      women: inside.reduce((sum, { women }) => sum + women, 0),
      men: inside.reduce((sum, { men }) => sum + men, 0),
    };
  });
}

export const peopleOf = (bars: readonly PyramidBar[]): number =>
  bars.reduce((sum, { women, men }) => sum + women + men, 0);

/** Each bar as per cent of everybody, so that places of any size can be laid over each other. */
export function sharesOf(bars: readonly PyramidBar[]): PyramidBar[] {
  const all = peopleOf(bars) || 1;
  return bars.map((bar) => ({ ...bar, women: (bar.women / all) * 100, men: (bar.men / all) * 100 }));
}

/** Per cent of everybody from one age on, up to another: [from, below]. */
export function shareBetween(bars: readonly PyramidBar[], from: number, below = Infinity): number {
  const inside = bars.filter((bar) => bar.from >= from && bar.from < below);
  return (peopleOf(inside) / (peopleOf(bars) || 1)) * 100;
}

export const ageLabel = ({ from, to }: Pick<PyramidBar, 'from' | 'to'>, lang: Lang): string =>
  to === null
    ? lang === 'it'
      ? `${from} e oltre`
      : `${from} and over`
    : from === to
      ? String(from)
      : `${from}–${to}`;

/**
 * Young, old and the sex that outlives the other, beside the city: "Nella zona Bolognina il 12,1% ha meno di 15 anni (12,3% in
 * città) e il 23,0% ne ha almeno 65 (24,9%). Da 80 anni in su le donne sono 64 ogni 100."
 */
export function pyramidSentence(
  bars: readonly PyramidBar[],
  city: readonly PyramidBar[] | null,
  place: { name: string; level: Level },
  { lang, period, estimated, sexes }: { lang: Lang; period: string; estimated: boolean; sexes: boolean },
): string {
  const it = lang === 'it';
  const per = (value: number) => `${formatNumber(value, 1, lang)}%`;
  const beside = (from: number, below?: number) =>
    city ? ` (${it ? 'città' : 'city'} ${per(shareBetween(city, from, below))})` : '';
  const where =
    place.level === 'comune'
      ? it
        ? 'nella città metropolitana'
        : 'in the metropolitan city'
      : inPlace(place, lang);
  const head = it ? `Nel ${period} ${where}` : `In ${period}, ${where},`;
  const young = shareBetween(bars, 0, 15);
  const old = shareBetween(bars, 65);
  const main = it
    ? `${head} ha meno di 15 anni il ${per(young)} dei residenti${beside(0, 15)} e almeno 65 il ${per(old)}${beside(65)}.`
    : `${head} ${per(young)} of residents are under 15${beside(0, 15)} and ${per(old)} are 65 or over${beside(65)}.`;
  const eldest = bars.filter(({ from }) => from >= 80);
  const women = eldest.reduce((sum, bar) => sum + bar.women, 0);
  const share = Math.round((women / (peopleOf(eldest) || 1)) * 100);
  const outlive = !sexes
    ? ''
    : it
      ? ` Da 80 anni in su le donne sono ${share} ogni 100.`
      : ` From 80 years on, ${share} of every 100 are women.`;
  const guess = estimated ? (it ? ' È una stima dell’ISTAT.' : ' It is an estimate of ISTAT.') : '';
  return capital(`${main}${outlive}${guess}`);
}

/** Most rows a table of single years is broken down into: above, five-year classes. */
const MOST_ROWS = 25;

export function pyramidTable(
  bars: readonly PyramidBar[],
  city: readonly PyramidBar[] | null,
  caption: string,
  { lang, sexes }: { lang: Lang; sexes: boolean },
): ChartTable {
  const it = lang === 'it';
  const five = bars.filter(({ from }) => from % 5 === 0).map(({ from }) => from);
  const rows = bars.length > MOST_ROWS ? regroup(bars, five) : bars;
  const beside = city
    ? regroup(
        city,
        rows.map(({ from }) => from),
      )
    : null;
  const all = peopleOf(rows) || 1;
  const cityAll = beside ? peopleOf(beside) || 1 : 1;
  const share = (bar: PyramidBar, total: number) =>
    `${formatNumber(((bar.women + bar.men) / total) * 100, 1, lang)}%`;
  return {
    caption,
    head: [
      it ? 'Età' : 'Age',
      ...(sexes ? (it ? ['Donne', 'Uomini'] : ['Women', 'Men']) : [it ? 'Residenti' : 'Residents']),
      it ? 'Quota' : 'Share',
      ...(beside ? [it ? 'Quota in città' : 'Share in the city'] : []),
    ],
    rows: rows.map((bar, i) => ({
      cells: [
        ageLabel(bar, lang),
        formatNumber(bar.women, 0, lang),
        ...(sexes ? [formatNumber(bar.men, 0, lang)] : []),
        share(bar, all),
        ...(beside ? [share(beside[i]!, cityAll)] : []),
      ],
    })),
  };
}
