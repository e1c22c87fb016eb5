import { citizenship, residents } from '../bases/population';
import { toCells } from '../bases/grid';
import type { Indicator } from '../model';

const DATASETS = ['population-zona', 'population-area', 'geography'] as const;

const COVERAGE = {
  it: 'Per zone, quartieri e città la serie parte dal 1986; per aree statistiche e zone di prossimità copre gli anni 2010–2021. I quartieri sono quelli attuali in tutti gli anni.',
  en: 'For zones, districts and the city the series starts in 1986; for statistical areas and proximity zones it covers 2010–2021. Districts are today’s in every year.',
};

export const indicators: Indicator[] = [
  {
    id: 'population.residents',
    twin: 'population.metro_residents',
    order: 1,
    theme: 'population',
    pon: 'social',
    title: { it: 'Residenti', en: 'Residents' },
    sentence: { it: 'vivono {n} persone', en: 'there are {n} residents' },
    question: { it: 'Quante persone abitano qui?', en: 'How many people live here?' },
    definition: {
      it: 'Persone iscritte all’anagrafe del Comune di Bologna al 31 dicembre.',
      en: 'People on the population register of the Municipality of Bologna on 31 December.',
    },
    method: {
      it: 'Somma dei residenti di ogni età, sesso e cittadinanza. Le aree si sommano in zone, le zone in quartieri, i quartieri nella città.',
      en: 'Sum of residents of every age, sex and citizenship. Areas add up to zones, zones to districts, districts to the city.',
    },
    notes: [
      {
        it: 'Il totale della città comprende le persone senza fissa dimora, che non compaiono in nessun quartiere, zona o area: per questo la somma dei quartieri è un poco più bassa.',
        en: 'The city total includes people without fixed abode, who appear in no district, zone or area: the districts therefore add up to slightly less.',
      },
      COVERAGE,
    ],
    measure: 'count',
    unit: 'people',
    denominator: null,
    ramp: 'plum',
    direction: 'neither',
    decimals: 0,
    notApplicable: [],
    seriesBreaks: [],
    datasets: ['population-zona', 'population-area'],
    compute(edition, geography) {
      const { grid, hidden } = residents(edition, geography);
      return toCells(grid, [hidden], ([n]) => ({ value: n! }));
    },
  },
  {
    id: 'population.density',
    twin: 'population.metro_density',
    order: 2,
    theme: 'population',
    pon: 'housing',
    title: { it: 'Densità abitativa', en: 'Population density' },
    sentence: { it: 'vivono {n} persone per km²', en: 'there are {n} people per km²' },
    question: {
      it: 'Dove si vive più vicini gli uni agli altri?',
      en: 'Where do people live closest together?',
    },
    definition: {
      it: 'Residenti per chilometro quadrato di superficie, verde, fiumi e strade compresi.',
      en: 'Residents per square kilometre of land, including parks, rivers and roads.',
    },
    method: {
      it: 'Residenti con una dimora nell’area divisi per la superficie del suo poligono, misurata sull’ellissoide WGS84.',
      en: 'Residents with an abode in the area divided by the area of its polygon, measured on the WGS84 ellipsoid.',
    },
    notes: [
      {
        it: 'La densità della città conta solo chi ha una dimora, come quella delle sue parti.',
        en: 'The city’s density counts only people with a fixed abode, like that of its parts.',
      },
      {
        it: 'Nelle aree di collina e industriali una bassa densità può nascondere gruppi di case fitte.',
        en: 'In hilly and industrial areas a low density may hide dense clusters of houses.',
      },
      COVERAGE,
    ],
    measure: 'density',
    unit: 'per-km2',
    denominator: { it: 'chilometri quadrati', en: 'square kilometres' },
    ramp: 'plum',
    direction: 'neither',
    decimals: 0,
    notApplicable: [],
    seriesBreaks: [],
    datasets: DATASETS,
    compute(edition, geography) {
      const km2 = new Map(
        Object.entries(geography.levels).flatMap(([level, areas]) =>
          areas!.map((a) => [`${level}|${a.code}`, a.km2] as const),
        ),
      );
      // A density tells the residents, so what is hidden there is hidden here.
      const { hidden } = residents(edition, geography);
      return toCells(
        citizenship(edition, geography).grid,
        [hidden],
        ([foreign, italian], { level, code }) => ({
          value: (foreign! + italian!) / km2.get(`${level}|${code}`)!,
        }),
      );
    },
  },
];
