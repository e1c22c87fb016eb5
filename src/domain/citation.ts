import { creditsOf } from './credits';
import type { Lang, Level } from '../model/ids';
import type { IndicatorSummary, Table } from '../model/manifest';
import { formatPeriod, levelLabel } from './format';

export interface CitationInput {
  lang: Lang;
  table: Table;
  summary: IndicatorSummary;
  edition: string;
  level: Level;
  period: string;
  url: string;
}

/**
 * A ready citation of a view: publisher, title and coverage, the atlas and its edition, the datasets it rests on with
 * their licence, the address. Publishers and licences are named once each.
 */
export function citation({ lang, table, summary, edition, level, period, url }: CitationInput): string {
  const it = lang === 'it';
  const { publishers, licences } = creditsOf(table.datasets);
  const titles = table.datasets.map((d) => (it ? `«${d.title.it}»` : `“${d.title.en}”`));
  const data = [...new Set(titles)].join(', ');
  const what = `${summary.title[lang]}, ${formatPeriod(period, lang)}, ${it ? 'per' : 'by'} ${levelLabel(level, lang)}`;
  const atlas = it ? 'Atlante urbano di Bologna, edizione' : 'Urban atlas of Bologna, edition';
  const source = it ? `Elaborazione su dati ${data}` : `Based on ${data}`;
  return `${publishers}. ${what}. ${atlas} ${edition}. ${source} (${licences}). ${url}`;
}
