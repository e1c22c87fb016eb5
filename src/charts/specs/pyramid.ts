import { formatNumber } from '../../domain/format';
import { inPlace } from '../../domain/grammar';
import { nearestPeriod } from '../../domain/period';
import {
  ageLabel,
  barsOf,
  pyramidSentence,
  pyramidTable,
  regroup,
  sharesOf,
  type PyramidBar,
  type pyramidPlace,
} from '../../domain/pyramid';
import type { ChartTable } from '../../domain/chart-table';
import { chartWords } from '../../i18n/charts';
import { CITY_CODE, type Lang } from '../../model/ids';
import type { Pyramids } from '../../model/series';
import type { PyramidSpec } from '../pyramid';
import type { Specified } from './drawing';

export interface PyramidView {
  lang: Lang;
  period: string;
  place: NonNullable<ReturnType<typeof pyramidPlace>>;
  /** Name of the area asked for, where it is not the place itself. */
  asked: string | null;
  own: Pyramids;
  /** What a place inside the city is set against. */
  city: Pyramids | null;
}

/** Ages of a zona or quartiere against the city's, or of the city against its own first year; null where they are not known. */
export function specifyPyramid({
  lang,
  period: wanted,
  place,
  asked,
  own,
  city,
}: PyramidView): (Specified<PyramidSpec> & { table: ChartTable; outlineNote: string }) | null {
  if (own.level !== place.level) return null;
  const w = chartWords(lang);
  const period = nearestPeriod(own.periods, wanted);
  const bars = barsOf(own, place.code, period);
  if (!bars) return null;
  const first = own.periods[0]!;
  const isCity = place.level === 'citta' || place.level === 'comune';
  const beside = isCity
    ? period === first
      ? null
      : barsOf(own, place.code, first)
    : city && barsOf(city, CITY_CODE, period);
  const most = Math.max(
    ...own.periods.flatMap((at) =>
      sharesOf(barsOf(own, place.code, at) ?? []).flatMap(({ women, men }) => [women, men]),
    ),
  );
  const regrouped = beside && regroup(beside, own.ages);
  const outline = regrouped && sharesOf(regrouped);
  const { sexes } = own;
  const people = new Map(bars.map((bar) => [bar.from, bar]));
  const digits = most < 2 ? 1 : 0;
  const percent = (value: number) => `${formatNumber(value, 2, lang)}%`;
  const head = w.pyramidHead(
    place.level === 'comune' ? w.pyramidMetro : inPlace({ name: place.name, level: place.level }, lang),
    period,
  );
  const words = { lang, period, sexes, estimated: own.estimated.includes(period) };
  const compared = isCity ? null : regrouped;
  const outlineNote = isCity ? (beside ? w.outlineFirst(first) : '') : w.outlineCity;
  return {
    spec: {
      bars: sharesOf(bars),
      outline: outline ? { bars: outline, label: '' } : null,
      sexes,
      most: Math.max(most, ...(outline ?? []).flatMap(({ women, men }) => [women, men])),
      labels: { women: w.women, men: w.men, all: w.everybody, age: w.age, share: w.pyramidShare },
      tick: (value) => formatNumber(value, digits, lang),
      read: (bar: PyramidBar, sex) => ({
        title: `${sexes ? w[sex] : w.everybody}, ${ageLabel(bar, lang)} ${lang === 'it' ? 'anni' : 'years'}`,
        text: w.barPeople(percent(bar[sex]), formatNumber(people.get(bar.from)?.[sex] ?? 0, 0, lang)),
      }),
    },
    head,
    sentence: pyramidSentence(bars, compared, place, words),
    table: pyramidTable(bars, compared, head, words),
    outlineNote,
    notes: [
      outlineNote,
      place.stands && asked ? w.pyramidStands(asked) : '',
      period === wanted ? '' : w.pyramidYear(period, first, own.periods.at(-1)!),
      sexes ? w.pyramidPlain : '',
    ].filter(Boolean),
  };
}
