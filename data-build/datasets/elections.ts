import type { DatasetModule, RefreshContext } from '../model';
import { comune } from '../steps/edition-publishers';
import {
  checkCounted,
  checkGeography,
  checkPossible,
  checkVotes,
  keyOf,
  readTurnout,
  readVotes,
  TURNOUT,
  usable,
  VOTES,
  type TurnoutRow,
  type Votes,
} from '../steps/parse-elections';
import {
  HOUSE_NUMBERS,
  HOUSE_NUMBERS_ID,
  readHouseNumbers,
  sectionShares,
  toAreas,
  type SectionShares,
} from '../steps/parse-sections';

const SPECIAL = 'special';
const CITY = 'city';

const groupBy = <T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
};

/** Areas that hold a part of a section the ballot's turnout lacks: their figure would be too low. */
function incomplete(rows: readonly TurnoutRow[], shares: SectionShares): Set<string> {
  const met = new Set(rows.map(({ section }) => section));
  return new Set([...shares].filter(([s]) => !met.has(s)).flatMap(([, areas]) => [...areas.keys()]));
}

/** A count by area, then in the special sections; all empty when one section lacks it. */
function spread(
  rows: readonly TurnoutRow[],
  shares: SectionShares,
  pick: (t: TurnoutRow) => number | undefined,
): (area: string) => string {
  if (rows.some((t) => pick(t) === undefined)) return () => '';
  const cells = toAreas(new Map(rows.map((t) => [t.section, pick(t)!])), shares, incomplete(rows, shares));
  const special = rows.filter(({ section }) => !shares.has(section));
  cells.set(
    SPECIAL,
    special.reduce((sum, t) => sum + pick(t)!, 0),
  );
  return (area) => String(cells.get(area));
}

const totals = (rows: readonly TurnoutRow[]): string[] =>
  [(t: TurnoutRow) => t.electors!, (t: TurnoutRow) => t.voters, (t: TurnoutRow) => t.valid!].map((pick) =>
    String(rows.reduce((sum, t) => sum + pick(t), 0)),
  );

/** area, `special` or `city`; period, ballot, electors, voters, valid. */
function turnoutTable(turnout: readonly TurnoutRow[], shares: SectionShares): string[][] {
  const areas = new Set([...shares.values()].flatMap((inside) => [...inside.keys()]));
  return [...groupBy(turnout, keyOf).values()].flatMap((rows) => {
    const { period, body } = rows[0]!;
    const skip = incomplete(rows, shares);
    const columns = [
      spread(rows, shares, (t) => (t.scaled ? undefined : t.electors)),
      spread(rows, shares, (t) => t.voters),
      spread(rows, shares, (t) => t.valid),
    ];
    const places = [...areas, SPECIAL].filter((area) => !skip.has(area));
    const table = places.map((area) => [area, period, body, ...columns.map((of) => of(area))]);
    return rows.some(({ scaled }) => scaled) ? [...table, [CITY, period, body, ...totals(rows)]] : table;
  });
}

/** Names numbered in alphabetical order within a ballot, and votes by area, `special` or `city`; zeros are left out. */
function votesTables(votes: Votes, shares: SectionShares): { names: string[][]; data: string[][] } {
  const names: string[][] = [];
  const data: string[][] = [];
  for (const [key, byName] of votes) {
    const [period, body] = key.split('|') as [string, string];
    [...byName]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .forEach(([name, sections], i) => {
        const list = String(i + 1);
        names.push([period, body, list, name]);
        const cells = toAreas(sections, shares);
        const special = [...sections].filter(([s]) => s !== '' && !shares.has(s));
        cells.set(
          SPECIAL,
          special.reduce((sum, [, n]) => sum + n, 0),
        );
        cells.set(CITY, sections.get('') ?? 0);
        for (const [area, n] of cells) if (n > 0) data.push([area, period, body, list, String(n)]);
      });
  }
  return { names, data };
}

function refresh(ctx: RefreshContext): ReturnType<DatasetModule['refresh']> {
  const houses = readHouseNumbers(ctx);
  const shares = sectionShares(houses);
  const votes = readVotes(ctx);
  const all = readTurnout(ctx);
  checkGeography(all, shares);
  checkVotes(all, votes);
  const turnout = usable(all, votes);
  checkCounted(turnout);
  checkPossible(turnout);
  const { names, data } = votesTables(votes, shares);
  const periods = [...new Set(turnout.map(({ period }) => period))].sort();
  const split = [...shares.values()].filter((areas) => areas.size > 1).length;
  const gaps = [...groupBy(turnout, keyOf)]
    .map(
      ([key, rows]) => [key, [...shares.keys()].filter((s) => !rows.some((r) => r.section === s))] as const,
    )
    .filter(([, missing]) => missing.length > 0)
    .map(([key, missing]) => `${key.replace('|', ' ')}: ${missing.sort((a, b) => +a - +b).join(', ')}`)
    .join('; ');
  return {
    tables: {
      data: { columns: ['area', 'period', 'ballot', 'list', 'votes'], rows: data },
      lists: { columns: ['period', 'ballot', 'list', 'name'], rows: names },
      turnout: {
        columns: ['area', 'period', 'ballot', 'electors', 'voters', 'valid'],
        rows: turnoutTable(turnout, shares),
      },
    },
    period: [periods[0] ?? '', periods.at(-1) ?? ''],
    notes: [
      {
        it: `${shares.size} sezioni hanno numeri civici; ${shares.size - split} stanno in una sola area, ${split} in più d’una.`,
        en: `${shares.size} sections have house numbers; ${shares.size - split} lie in one area, ${split} in more than one.`,
      },
      ...(gaps === ''
        ? []
        : [
            {
              it: `Sezioni assenti dall’affluenza, per cui le aree che le contengono restano senza affluenza in quell’anno: ${gaps}.`,
              en: `Sections absent from the turnout, so that the areas that hold them have no turnout in that year: ${gaps}.`,
            },
          ]),
    ],
  };
}

export const dataset: DatasetModule = {
  meta: {
    ...comune('elezioni'),
    landingPage: 'https://opendata.comune.bologna.it/explore/?q=elezioni',
    id: 'elections',
    title: {
      it: 'Elezioni 2004–2022: voti e affluenza, dalle sezioni alle aree statistiche',
      en: 'Elections 2004–2022: votes and turnout, from polling sections to statistical areas',
    },
    notes: [
      {
        it: 'I voti di ogni sezione sono divisi tra le aree statistiche in proporzione ai suoi numeri civici (geografia delle sezioni del 2021) e arrotondati all’unità: le aree sommano esattamente al totale delle sezioni. È una stima: chi vota non abita in numero uguale a ogni civico, e prima del 2021 i confini delle sezioni erano in parte diversi.',
        en: 'The votes of each section are divided among statistical areas in proportion to its house numbers (section geography of 2021) and rounded to units: the areas add up exactly to the sections’ total. It is an estimate: voters do not live in equal numbers at every house number, and before 2021 the sections’ borders were in part different.',
      },
      {
        it: '`special`: sezioni di ospedali, case di cura, caserme e carcere, senza numeri civici e senza iscritti propri; contano solo nel totale della città. `city`: voti pubblicati senza sezione (presidente della Regione, 2020) e iscritti noti solo per la città.',
        en: '`special`: sections of hospitals, care homes, barracks and the prison, without house numbers or voters of their own; they count only in the city total. `city`: votes published without section (president of the Region, 2020), and registered voters known for the city alone.',
      },
      {
        it: 'Comunali: l’affluenza è quella della scheda per il sindaco; per il consiglio la fonte conta come votanti, fino al 2009, solo chi ha votato una lista. Nel 2011 la riga «consiglio comunale» riporta in realtà i voti al sindaco, sezione per sezione.',
        en: 'Municipal elections: turnout is that of the mayor’s ballot; for the council the source counts as voters, up to 2009, only those who voted for a list. In 2011 the row “consiglio comunale” in fact carries the votes for mayor, section by section.',
      },
      {
        it: 'Voti validi: nel 2018 la fonte conta solo i voti alle liste e il dato è tolto; nel 2022 manca ed è la somma dei voti ai candidati uninominali; nel 2020 quello del presidente supera i votanti in 24 sezioni ed è sostituito da votanti meno schede non valide della stessa scheda (il totale, 208.893, è quello dei candidati).',
        en: 'Valid votes: in 2018 the source counts votes for lists only and the figure is dropped; in 2022 it is missing and is the sum of the votes for single-seat candidates; in 2020 the president’s exceeds the voters in 24 sections and is replaced by voters minus the invalid papers of the same ballot (the total, 208,893, is that of the candidates).',
      },
      {
        it: 'Iscritti per sezione: per il sindaco 2004, Camera e Senato 2006, sindaco ed europee 2009 sono ovunque quelli del Senato 2008 moltiplicati per uno stesso numero, cioè non contati: vale solo il totale della città (riga `city`). Alla Camera del 2013 sono, sezione per sezione, quelli del Senato (272.113), che esclude chi ha meno di 25 anni: tolti. Tolti: lo pseudo-candidato «iscritti» (sindaco 2016) e camera06 e camera07 (2018), che ripetono camera. Alla Camera del 2008, nella sezione 384, i votanti (727) superano gli iscritti (684): è il solo caso ed è lasciato com’è, così che l’affluenza dell’area 79 ne risulta troppo alta. I nomi di liste e candidati sono quelli della fonte, che in alcuni anni li scrive senza spazi e accenti: nessuna lista è stata accostata a un’altra.',
        en: 'Registered voters by section: for the mayor of 2004, Chamber and Senate of 2006, the mayor and the European Parliament of 2009 they are everywhere those of the Senate of 2008 times one number, that is, not counted: only the city total holds (row `city`). For the Chamber of 2013 they are, section by section, those of the Senate (272,113), which leaves out people under 25: dropped. Dropped: the pseudo-candidate “iscritti” (mayor, 2016) and camera06 and camera07 (2018), which repeat camera. For the Chamber of 2008 section 384 has more voters (727) than registered ones (684): it is the only case and is left as it is, so that turnout in area 79 is too high. Names of lists and candidates are the source’s, which in some years writes them without spaces and accents: no list was matched to another.',
      },
    ],
  },
  sources: [
    { path: VOTES, url: 'https://opendata.comune.bologna.it/explore/?q=elezioni+voti' },
    { path: TURNOUT, url: 'https://opendata.comune.bologna.it/explore/?q=elezioni+affluenza' },
    { path: HOUSE_NUMBERS, url: comune(HOUSE_NUMBERS_ID).landingPage },
  ],
  refresh,
};
