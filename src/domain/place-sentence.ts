import { isValue, type Cell } from '../model/cell';
import type { Lang } from '../model/ids';
import type { IndicatorSummary } from '../model/manifest';
import type { PlaceIndicator, PlaceLevel } from '../model/place';
import type { Trait } from './distinctive';
import { formatNumber, formatValue } from './format';
import { capital, list } from './grammar';
import type { Likeness } from './similar';

/** What the sentences need of an indicator beyond the file of places: its unit and its name. */
export type Named = Pick<IndicatorSummary, 'unit' | 'title'>;

/** Two numbers with their unit, which is said once where it is in words: "162,5 contro 21,2 ogni 1.000". */
function pair(
  indicator: PlaceIndicator,
  named: Named,
  a: number,
  b: number,
  between: string,
  lang: Lang,
): string {
  const inWords = named.unit !== 'percent' && named.unit !== 'euro';
  const first = inWords ? formatNumber(a, indicator.decimals, lang) : print(indicator, named, a, lang);
  return `${first} ${between} ${print(indicator, named, b, lang)}`;
}

const print = ({ decimals }: PlaceIndicator, { unit }: Named, value: number, lang: Lang): string =>
  // In brackets beside its words a number needs no unit in words: "(28 contro 15 ogni 1.000)" would say it twice.
  unit === 'people' || unit === 'households'
    ? formatNumber(value, decimals, lang)
    : formatValue(value, unit, decimals, lang);

/**
 * What is distinctive of a place, as one sentence: "Rispetto a tutta Bologna, la zona Bolognina ha più residenti stranieri (24,7% contro
 * 15,6%) e redditi più bassi (…)." Without traits it says why there are none: `residents` decides which of the reasons holds.
 */
export function headline(
  level: PlaceLevel,
  /** As said within a sentence: "la zona Bolognina". */
  who: string,
  traits: readonly Trait[],
  residents: Cell,
  nameOf: (id: string) => Named,
  lang: Lang,
  few: number,
): string {
  const it = lang === 'it';
  if (level === 'citta')
    return it
      ? 'La città intera, con cui ogni quartiere si confronta.'
      : 'The whole city, against which every neighbourhood is set.';
  if (!isValue(residents) || residents.value < few)
    return it
      ? `Qui abitano pochissime persone: i numeri che descrivono chi ci vive sarebbero poco affidabili e non sono mostrati.`
      : `Very few people live here: figures describing them would be unreliable and are not shown.`;
  if (traits.length === 0)
    return it
      ? `${capital(who)} somiglia alla città nel suo insieme: nessuno dei numeri qui sotto se ne stacca davvero.`
      : `${capital(who)} is much like the city as a whole: none of the figures below really stands apart.`;
  const said = traits.map(({ indicator, said: words, value, city }) => {
    const numbers = pair(indicator, nameOf(indicator.id), value, city, it ? 'contro' : 'against', lang);
    return `${words[lang]} (${numbers})`;
  });
  return it
    ? `Rispetto a tutta Bologna, ${who} ha ${list(said, lang)}.`
    : `Compared with the whole of Bologna, ${who} has ${list(said, lang)}.`;
}

/**
 * Why two places are alike, and where they are least so, with the numbers of both: "Si somigliano per redditi (21.567 € e 22.104 €), …".
 * `valueOf` gives the value of an indicator here (0) or there (1).
 */
export function whyAlike(
  { agree, differ }: Pick<Likeness, 'agree' | 'differ'>,
  indicators: readonly PlaceIndicator[],
  valueOf: (indicator: PlaceIndicator, which: 0 | 1) => number | null,
  nameOf: (id: string) => Named,
  lang: Lang,
): string {
  const it = lang === 'it';
  const say = (id: string): string => {
    const indicator = indicators.find((one) => one.id === id);
    if (!indicator?.called) return '';
    const [here, there] = [valueOf(indicator, 0), valueOf(indicator, 1)];
    if (here === null || there === null) return indicator.called[lang];
    return `${indicator.called[lang]} (${pair(indicator, nameOf(id), here, there, it ? 'e' : 'and', lang)})`;
  };
  const but = say(differ);
  return it
    ? `Si somigliano per ${list(agree.map(say), lang)}. La differenza più grande: ${but}.`
    : `Alike in ${list(agree.map(say), lang)}. The largest difference: ${but}.`;
}
