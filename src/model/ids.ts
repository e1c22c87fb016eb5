import * as v from 'valibot';

/** Geographic levels, coarse to fine; `prossimita` is a parallel partition of the areas, `comune` the 55 of the metropolitan city. */
export const LEVELS = ['citta', 'quartiere', 'zona', 'prossimita', 'area', 'comune'] as const;
export type Level = (typeof LEVELS)[number];
export const LevelSchema = v.picklist(LEVELS);

/** ISTAT code of the comune of Bologna; also the one code of level `citta`. */
export const CITY_CODE = '037006';

/** Official code, unique within its level, always a string: area `1`…`90`, zona letter, quartiere `11`…`16`, comune ISTAT `037006`. */
export const AreaCodeSchema = v.pipe(v.string(), v.regex(/^[A-Z0-9]{1,6}$/));

/** `theme.name`, e.g. `population.over65_share`. */
export const IndicatorIdSchema = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]*\.[a-z][a-z0-9_]*$/));

/** A calendar year `2021`, a month `2021-05` or a day `2021-05-31`; sorts as text. */
export const PeriodSchema = v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/));

export const LANGS = ['it', 'en'] as const;
export type Lang = (typeof LANGS)[number];
export type Text = Record<Lang, string>;
export const TextSchema = v.object({
  it: v.pipe(v.string(), v.minLength(1)),
  en: v.pipe(v.string(), v.minLength(1)),
});
