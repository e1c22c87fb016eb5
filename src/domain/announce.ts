import { isValue, type Cell } from '../model/cell';
import type { Lang, Level } from '../model/ids';
import type { IndicatorSummary, Table } from '../model/manifest';
import { verdictOf } from './compare';
import { differenceInPrint, formatCell, formatNumber, formatValue, levelLabel, missingLabel } from './format';
import { capital, inPlace } from './grammar';

export interface AnnounceInput {
  lang: Lang;
  name: string;
  level: Level;
  cell: Cell;
  summary: Pick<IndicatorSummary, 'unit' | 'measure'>;
  table: Pick<Table, 'decimals'>;
  /** The city's value at the same period; left out of the words when it has none, for counts and for the city itself. */
  cityCell?: Cell | undefined;
}

/** "Bolognina, zona: 21,3%, sotto il valore della città (24,9%)": one line for the screen reader and the tooltip. */
export function announce({ lang, name, level, cell, summary, table, cityCell }: AnnounceInput): string {
  const { unit, measure } = summary;
  const head = level === 'citta' ? name : `${name}, ${levelLabel(level, lang)}`;
  const said = `${head}: ${formatCell(cell, unit, table.decimals, lang)}`;
  if (level === 'citta' || measure === 'count' || !isValue(cell) || !cityCell || !isValue(cityCell))
    return said;
  const alike = differenceInPrint(cell.value, cityCell.value, table.decimals) === 0;
  const verdict = alike ? 'similar' : verdictOf(cell.value - cityCell.value, 0, table.decimals);
  return `${said}, ${VERDICT[verdict][lang]} (${formatValue(cityCell.value, unit, table.decimals, lang)})`;
}

const VERDICT = {
  above: { it: 'sopra il valore della città', en: 'above the city value' },
  below: { it: 'sotto il valore della città', en: 'below the city value' },
  similar: { it: 'in linea con il valore della città', en: 'in line with the city value' },
  unknown: { it: '', en: '' },
} as const;

export interface LegendSentenceInput {
  lang: Lang;
  summary: Pick<IndicatorSummary, 'title' | 'unit' | 'sentence'>;
  table: Pick<Table, 'decimals'>;
  /** The hovered or selected area, else the city. */
  name: string;
  level: Level;
  cell: Cell;
}

/**
 * The legend as a sentence around its number, so that the number can be set apart in type:
 * before "A Bologna ", value "24,9", after " residenti ogni 100 hanno 65 anni e oltre". The indicator's own `sentence` is used when it
 * has one and the place a value; else "Residenti di 65 anni e oltre nella zona Bolognina: " + "21,3%".
 */
export function legendParts({ lang, summary, table, name, level, cell }: LegendSentenceInput): {
  before: string;
  value: string;
  after: string;
} {
  const place = inPlace({ name, level }, lang);
  const template = summary.sentence?.[lang];
  if (template?.includes('{n}') && isValue(cell)) {
    const [before = '', rest = ''] = template.split('{n}');
    return {
      before: `${capital(place)} ${before}`,
      value: formatNumber(cell.value, table.decimals, lang),
      after: rest,
    };
  }
  const value = isValue(cell)
    ? formatCell(cell, summary.unit, table.decimals, lang)
    : missingLabel(cell.missing, lang);
  return { before: `${summary.title[lang]} ${place}: `, value, after: '' };
}

export function legendSentence(input: LegendSentenceInput): string {
  const { before, value, after } = legendParts(input);
  return `${before}${value}${after}`;
}
