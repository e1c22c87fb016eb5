import { isValue, type Missing } from '../../src/model/cell';
import type { Dataset, Geography, Table } from '../../src/model/manifest';
import { LEVELS, type Text } from '../../src/model/ids';
import type { DatasetMeta } from '../edition-reader';
import type { Indicator, IndicatorCells } from '../model';
import { cellAt, levelsOf, listedLevels, periodsOf } from './tables';

/** Version of the public files' shape, in their address. */
export const API = 'api/v1';

/** The five words of the status column, with what each means. */
export const STATUS: Record<'value' | Missing, Text> = {
  value: { it: 'Valore pubblicato.', en: 'Published value.' },
  suppressed: {
    it: 'Non pubblicato per riservatezza: riguarda meno di 3 persone, o permetterebbe di ricavarle per differenza.',
    en: 'Not published to protect privacy: it concerns fewer than 3 people, or would let them be worked out by subtraction.',
  },
  'not-available': { it: 'La fonte non ha il dato.', en: 'The source does not have the figure.' },
  unreliable: {
    it: 'Non pubblicato perché la base è troppo piccola o la fonte esclude l’area.',
    en: 'Not published because the base is too small or the source leaves the area out.',
  },
  'not-applicable': {
    it: 'Il calcolo non ha senso a questo livello.',
    en: 'The arithmetic makes no sense at this level.',
  },
};

/**
 * `level,area,period,value,status`: quoting by RFC 4180, lines end with LF as in the edition; every listed level × period × area of the indicator, in the order of LEVELS,
 * then period, then the geography. Full precision; `value` is empty unless status is `value`. No field can hold a comma or a quote.
 */
export function buildCsv(indicator: Indicator, cells: IndicatorCells, geography: Geography): string {
  const rows = ['level,area,period,value,status'];
  for (const level of listedLevels(cells))
    for (const period of periodsOf(cells))
      for (const { code } of geography.levels[level] ?? []) {
        const cell = cellAt(indicator, cells, level, period, code);
        rows.push(
          [level, code, period, ...(isValue(cell) ? [cell.value, 'value'] : ['', cell.missing])].join(','),
        );
      }
  return rows.join('\n') + '\n';
}

export const datasetOf = (meta: DatasetMeta): Dataset => {
  const { id, title, publisher, sourceId, landingPage, licence, period, accessed, notes } = meta;
  return { id, title, publisher, sourceId, landingPage, licence, period, accessed, notes };
};

/** Metadata of one indicator, for people who take the CSV away. */
export function buildMetadata(
  indicator: Indicator,
  cells: IndicatorCells,
  table: Table,
  metas: readonly DatasetMeta[],
) {
  const {
    id,
    theme,
    title,
    question,
    definition,
    method,
    notes,
    unit,
    measure,
    denominator,
    direction,
    decimals,
  } = indicator;
  const coverage = levelsOf(cells).map((level) => [level, [...cells[level]!.keys()].sort()] as const);
  return {
    id,
    theme,
    title,
    question,
    definition,
    method,
    notes,
    unit,
    measure,
    denominator,
    direction,
    decimals,
    pon: indicator.pon,
    levels: levelsOf(cells),
    notApplicable: indicator.notApplicable,
    periods: periodsOf(cells),
    coverage: Object.fromEntries(coverage),
    seriesBreaks: indicator.seriesBreaks,
    status: STATUS,
    datasets: metas.map((meta) => ({
      ...datasetOf(meta),
      sources: meta.sources.map(({ path, url, bytes, sha256 }) => ({ path, url, bytes, sha256 })),
    })),
    csv: table.api.csv.split('/').at(-1)!,
  };
}

/** Entry point of the public files: addresses are relative to this one. */
export function buildIndex(
  edition: string,
  indicators: readonly Pick<Indicator, 'id' | 'theme' | 'title' | 'unit' | 'measure'>[],
) {
  return {
    title: { it: 'Atlante urbano di Bologna: dati', en: 'Urban atlas of Bologna: data' },
    version: 'v1',
    edition,
    licence: {
      id: 'CC-BY-4.0',
      title: 'Creative Commons Attribution 4.0 International',
      url: 'https://creativecommons.org/licenses/by/4.0/',
    },
    attribution: 'Comune di Bologna – opendata.comune.bologna.it, CC BY 4.0',
    status: STATUS,
    indicators: indicators.map(({ id, theme, title, unit, measure }) => ({
      id,
      theme,
      title,
      unit,
      measure,
      csv: `indicators/${id}.csv`,
      json: `indicators/${id}.json`,
    })),
    areas: LEVELS.map((level) => ({ level, geojson: `areas/${level}.geojson` })),
    /** Files beside the figures; names in braces stand for ids. See docs/editions.md and docs/quality.md. */
    more: {
      changes: 'changes.json',
      datasetChanges: 'changes/{dataset}.json',
      areaChanges: 'changes/areas.json',
      catalogue: 'catalogue.json',
      dcat: 'catalogue.ttl',
      dcatJson: 'catalogue.jsonld',
      datasets: 'datasets.json',
      dataset: 'datasets/{dataset}.json',
      datasetTables: 'datasets/{dataset}/datapackage.json',
      quality: 'quality.json',
      datasetQuality: 'quality/{dataset}.json',
      provenance: 'provenance/{indicator}.json',
      feed: '../../feed.xml',
      editions: '../../editions/index.json',
    },
  };
}
