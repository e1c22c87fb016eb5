import type { Cell } from '../../src/model/cell';
import { comuniCells } from '../bases/comuni';
import { t } from '../bases/tally';
import type { Indicator } from '../model';

/** The 55 comuni of the metropolitan city, 2018–2021. */

const PROVISIONAL = t(
  'Il 2021 è provvisorio: ISTAT ha poi ridotto il totale della città metropolitana da 1.019.539 a 1.015.608.',
  'The year 2021 is provisional: ISTAT later lowered the total of the metropolitan city from 1,019,539 to 1,015,608.',
);
const REGISTERS = t(
  'Sono gli abitanti secondo ISTAT al 1° gennaio; per Bologna differiscono un poco dal registro comunale al 31 dicembre, usato per quartieri e zone.',
  'These are residents according to ISTAT on 1 January; for Bologna they differ slightly from the municipal register on 31 December, used for districts and zones.',
);

const common = {
  theme: 'population',
  pon: 'environment',
  ramp: 'plum',
  direction: 'neither',
  notes: [REGISTERS, PROVISIONAL],
  notApplicable: ['citta', 'quartiere', 'zona', 'prossimita', 'area'],
  seriesBreaks: [
    {
      period: '2021',
      note: t('Dato provvisorio, rivisto poi al ribasso.', 'Provisional figure, later revised downwards.'),
    },
  ],
  datasets: ['population-comuni'],
} as const;

const FIRST = '2018';

export const indicators: Indicator[] = [
  {
    ...common,
    id: 'population.metro_residents',
    twin: 'population.residents',
    order: 40,
    title: t('Residenti nei comuni metropolitani', 'Residents of the metropolitan municipalities'),
    question: t(
      'Quante persone abitano nei comuni attorno a Bologna?',
      'How many people live in the municipalities around Bologna?',
    ),
    sentence: t('vivono {n} persone', 'there are {n} residents'),
    definition: t(
      'Residenti al 1° gennaio nei 55 comuni della città metropolitana.',
      'Residents on 1 January in the 55 municipalities of the metropolitan city.',
    ),
    method: t('Cifra pubblicata da ISTAT.', 'Figure published by ISTAT.'),
    measure: 'count',
    unit: 'people',
    denominator: null,
    decimals: 0,
    compute: (edition, geography) =>
      comuniCells(edition.table('population-comuni'), geography, (row) => ({ value: Number(row.residents) })),
  },
  {
    ...common,
    id: 'population.metro_density',
    twin: 'population.density',
    order: 41,
    title: t(
      'Densità abitativa nei comuni metropolitani',
      'Population density of the metropolitan municipalities',
    ),
    question: t(
      'Dove si vive più vicini gli uni agli altri, fra pianura e montagna?',
      'Where do people live closest together, from plain to mountains?',
    ),
    sentence: t('vivono {n} persone per km²', 'there are {n} people per km²'),
    definition: t(
      'Residenti per chilometro quadrato di superficie del comune.',
      'Residents per square kilometre of the municipality.',
    ),
    method: t(
      'Residenti divisi per la superficie del poligono, misurata sull’ellissoide WGS84; i confini sono generalizzati.',
      'Residents divided by the area of the polygon, measured on the WGS84 ellipsoid; the outlines are generalised.',
    ),
    measure: 'density',
    unit: 'per-km2',
    denominator: t('chilometri quadrati', 'square kilometres'),
    decimals: 0,
    compute(edition, geography) {
      const km2 = new Map((geography.levels.comune ?? []).map((area) => [area.code, area.km2]));
      return comuniCells(edition.table('population-comuni'), geography, (row) => ({
        value: Number(row.residents) / km2.get(row.comune!)!,
      }));
    },
  },
  {
    ...common,
    ramp: 'change',
    id: 'population.metro_change',
    order: 42,
    title: t('Variazione dei residenti dal 2018', 'Change of residents since 2018'),
    question: t(
      'Quali comuni metropolitani crescono e quali perdono abitanti?',
      'Which metropolitan municipalities grow and which lose residents?',
    ),
    sentence: t('i residenti sono cambiati del {n} % dal 2018', 'residents changed by {n} % since 2018'),
    definition: t(
      'Variazione percentuale dei residenti rispetto al 1° gennaio 2018.',
      'Percentage change of residents against 1 January 2018.',
    ),
    method: t(
      'Residenti dell’anno meno quelli del 2018, divisi per questi ultimi.',
      'Residents of the year less those of 2018, divided by the latter.',
    ),
    measure: 'rate',
    unit: 'percent',
    denominator: t('residenti del 2018', 'residents in 2018'),
    decimals: 1,
    compute(edition, geography) {
      const rows = edition.table('population-comuni');
      const first = new Map(
        rows.filter((r) => r.period === FIRST).map((r) => [r.comune, Number(r.residents)]),
      );
      const later = rows.filter((row) => row.period !== FIRST);
      return comuniCells(later, geography, (row): Cell => ({
        value: (Number(row.residents) / first.get(row.comune)! - 1) * 100,
      }));
    },
  },
];
