import { dotCounts } from '../../../../domain/dots';
import { formatNumber, formatPeriod, formatValue, levelLabel } from '../../../../domain/format';
import { capital, inPlace } from '../../../../domain/grammar';
import type { Sentences } from '../../../../domain/sentence';
import { dotWords } from '../../../../i18n/dots';
import type { AtlasState } from '../../../../state/atlas.svelte';
import { dotPeriod, type LoadedDots } from './loaded';

export interface DotRow {
  title: string;
  dots: number;
  /** Printed, of all dots shown. */
  share: string;
}

/** Dots by class where the reader stands: the chosen area, else the city. */
export function dotRows(atlas: AtlasState, { dots }: LoadedDots): DotRow[] {
  const { lang } = atlas.view;
  const period = dotPeriod(atlas, dots) ?? '';
  const { selected, level, geography } = atlas;
  const place = selected ? { level, code: selected.code, areas: geography?.levels.area ?? [] } : null;
  const counts = dotCounts(dots, period, place);
  const all = counts.reduce((sum, n) => sum + n, 0);
  return dots.classes.map(({ title }, i) => ({
    title: title[lang],
    dots: counts[i]!,
    share: all ? formatValue((counts[i]! / all) * 100, 'percent', 0, lang) : '–',
  }));
}

export function dotSentences(atlas: AtlasState, loaded: LoadedDots): Partial<Sentences> {
  const { lang } = atlas.view;
  const t = dotWords(lang);
  const { dots } = loaded;
  const where = atlas.selected ? inPlace({ name: atlas.selected.name, level: atlas.level }, lang) : '';
  const period = dotPeriod(atlas, dots) ?? atlas.period;
  const each = formatNumber(dots.each, 0, lang);
  const title = `${loaded.title[lang]} (${t.worth(each)})${where && ` ${where}`}, ${formatPeriod(period, lang)}`;
  const rows = dotRows(atlas, loaded);
  const total = rows.reduce((sum, row) => sum + row.dots, 0);
  const parts = rows.map((row) => t.part(row.title, row.share)).join(', ');
  const finding = total
    ? t.finding(where && `${capital(where)} `, formatNumber(total, 0, lang), each, t.unit[dots.unit], parts)
    : dotPeriod(atlas, dots)
      ? t.none
      : t.onlyYears(dots.periods[0] ?? '', dots.periods.at(-1) ?? '');
  const atlasName = lang === 'it' ? 'Atlante urbano di Bologna' : 'Urban atlas of Bologna';
  // The table beside the map keeps the indicator's own cells, and its caption.
  const caption = `${title} · ${levelLabel(atlas.level, lang, { plural: true })}`;
  return {
    title,
    finding,
    alt: t.alt(title, finding),
    documentTitle: `${title} · ${atlasName}`,
    ...(atlas.view.display === 'map' ? { caption } : {}),
  };
}
