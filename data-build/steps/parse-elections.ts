import { gunzipSync } from 'node:zlib';
import { InputError, type RefreshContext } from '../model';
import { parseCsv, type CsvFormat, type Row } from './parse-csv';
import { HOUSE_NUMBERS, MAX_SECTION, type SectionShares } from './parse-sections';
import { integer, oneOf, UniqueKeys } from './validate';

const FOLDER = 'participation/elections/sections/';
export const VOTES = `${FOLDER}voti_per_sezione_2004_2022.csv.gz`;
export const TURNOUT = `${FOLDER}affluenza_per_sezione_2004_2022.csv`;
/** 12 MB unpacked today. */
const MAX_INFLATED = 64 * 1024 * 1024;
const MAX_VOTES = 5_000;

const VOTES_FORMAT: CsvFormat = {
  delimiter: ',',
  newline: '\n',
  boms: 0,
  header: ['elezione', 'organo', 'id_sezione', 'nome_lista', 'voti_validi', 'nome_candidato'],
};
const TURNOUT_FORMAT: CsvFormat = {
  delimiter: ',',
  newline: '\n',
  boms: 0,
  header: ['elezione', 'organo', 'id_sezione', 'iscritti', 'totale_votanti', 'totale_voti_validi'],
};

/** What is voted for. `chamber-half` are the two constituencies of 2018, which repeat `chamber`. */
const BODY = new Map([
  ['consiglio_comunale', 'council'],
  ['sindaco', 'mayor'],
  ['camera', 'chamber'],
  ['camera_uninominale', 'chamber-candidate'],
  ['camera06', 'chamber-half'],
  ['camera07', 'chamber-half'],
  ['senato', 'senate'],
  ['senato_uninominale', 'senate-candidate'],
  ['parlamento', 'european'],
  ['consiglio_regionale', 'regional-council'],
  ['presidente', 'regional-president'],
]);
/** Not a candidate: the registered voters of 2016, 300,586 in all. */
const NOT_A_CANDIDATE = 'iscritti';
/** The 2011 turnout row says «consiglio comunale» but counts the votes for mayor; see `usable`. */
const MAYOR_UNDER_COUNCIL = '2011|council';
/**
 * Its registered voters are, section by section, the Senate's: 272,113, when the Chamber, open to people of 18–24 too, had 298,061 in
 * 2008 and 285,790 in 2018. (Since the constitutional law 1/2021 the two are one and the same.)
 */
const SENATE_ELECTORS = '2013|chamber';

/**
 * Ballots whose registered voters are, in every section, those of the Senate of 2008 times one and the same number (1.0259 for the
 * Senate of 2006, 1.1314 for the mayor of 2004…), rounded: true for the city, no count for any section.
 */
export const SCALED = new Set(['2004|mayor', '2006|chamber', '2006|senate', '2009|mayor', '2009|european']);

interface Ballot {
  period: string;
  body: string;
}
export const keyOf = ({ period, body }: Ballot): string => `${period}|${body}`;

function readBallot(row: Row): Ballot {
  const period = /^(20\d\d)-[a-z]+$/.exec(row.get('elezione'))?.[1];
  if (period === undefined)
    row.fail('elezione', 'a year and a word, like 2021-comunali', 'The row is shifted.');
  return { period: period!, body: oneOf(row, 'organo', BODY) };
}

function unpack(ctx: RefreshContext): Uint8Array {
  try {
    return new Uint8Array(gunzipSync(ctx.read(VOTES), { maxOutputLength: MAX_INFLATED }));
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(
      { file: VOTES },
      `gzip of at most ${MAX_INFLATED} bytes`,
      (error as Error).message,
      'The archive is cut short or damaged: download it again.',
    );
  }
}

/** Ballot → name → section → votes. Section '' is a ballot published for the whole city. */
export type Votes = Map<string, Map<string, Map<string, number>>>;

export function readVotes(ctx: RefreshContext): Votes {
  const unique = new UniqueKeys();
  const votes: Votes = new Map();
  for (const row of parseCsv(unpack(ctx), VOTES, VOTES_FORMAT)) {
    const ballot = readBallot(row);
    const name = row.get('nome_lista') || row.get('nome_candidato');
    if (row.get('nome_candidato') === NOT_A_CANDIDATE) continue;
    if (name === '') row.fail('nome_lista', 'the name of a list or a candidate', 'The row is shifted.');
    const n = integer(row, 'voti_validi', 0, MAX_VOTES);
    const cityWide = ballot.body === 'regional-president' && row.get('id_sezione') === '';
    const section = cityWide ? '' : String(integer(row, 'id_sezione', 1, MAX_SECTION));
    if (!cityWide) unique.add(row, 'nome_lista', keyOf(ballot), section, name);
    const names = votes.get(keyOf(ballot)) ?? new Map<string, Map<string, number>>();
    const sections = names.get(name) ?? new Map<string, number>();
    votes.set(keyOf(ballot), names.set(name, sections.set(section, (sections.get(section) ?? 0) + n)));
  }
  dropHalves(votes);
  return votes;
}

/** The halves of 2018 say again, constituency by constituency, what `chamber` says: checked, then dropped. */
function dropHalves(votes: Votes): void {
  for (const [key, names] of [...votes].filter(([key]) => key.endsWith('|chamber-half'))) {
    const whole = votes.get(key.replace('chamber-half', 'chamber'));
    for (const [name, sections] of names)
      for (const [section, n] of sections) {
        const same = whole?.get(name)?.get(section) ?? 0;
        if (same === n) continue;
        throw new InputError(
          { file: VOTES, column: 'voti_validi' },
          `${n} votes for ${name} in section ${section}, as in its constituency`,
          `${same} under «camera» (${key})`,
          'camera06 and camera07 must repeat camera: ask the publisher which one holds.',
        );
      }
    votes.delete(key);
  }
}

const sumOver = (
  names: ReadonlyMap<string, ReadonlyMap<string, number>> | undefined,
  section: string,
): number => [...(names?.values() ?? [])].reduce((sum, sections) => sum + (sections.get(section) ?? 0), 0);

export interface TurnoutRow extends Ballot {
  row: Row;
  section: string;
  /** Undefined where the source gives another ballot's. */
  electors: number | undefined;
  /** The electors hold for the city alone. */
  scaled?: boolean;
  voters: number;
  /** Undefined where the source has none, or not all of them. */
  valid: number | undefined;
}

export function readTurnout(ctx: RefreshContext): TurnoutRow[] {
  const unique = new UniqueKeys();
  return parseCsv(ctx.read(TURNOUT), TURNOUT, TURNOUT_FORMAT).map((row) => {
    const ballot = readBallot(row);
    const section = String(integer(row, 'id_sezione', 1, MAX_SECTION));
    unique.add(row, 'id_sezione', keyOf(ballot), section);
    return {
      ...ballot,
      row,
      section,
      electors: integer(row, 'iscritti', 0, MAX_VOTES),
      voters: integer(row, 'totale_votanti', 0, MAX_VOTES),
      valid:
        row.get('totale_voti_validi') === '' ? undefined : integer(row, 'totale_voti_validi', 0, MAX_VOTES),
    };
  });
}

/** Votes and turnout come from two files: section by section, the votes must add up to the valid ones. */
export function checkVotes(turnout: readonly TurnoutRow[], votes: Votes): void {
  for (const { row, section, valid, ...ballot } of turnout) {
    const key = keyOf(ballot) === MAYOR_UNDER_COUNCIL ? '2011|mayor' : keyOf(ballot);
    if (valid === undefined || ballot.body === 'regional-president') continue;
    const sum = sumOver(votes.get(key), section);
    if (sum !== valid)
      row.fail(
        'totale_voti_validi',
        `${sum}, the votes of ${key} in section ${section}`,
        'The files disagree.',
      );
  }
}

/** The one section with more voters than electors that the source gives: 727 of 684. Which of the two is wrong nobody can tell. */
const MORE_THAN_ALL = new Set(['2008|chamber|384']);

/** Refuses sections in which more people voted than could. Special sections have voters of elsewhere. */
export function checkPossible(turnout: readonly TurnoutRow[]): void {
  for (const { row, section, electors, voters, scaled, ...ballot } of turnout)
    if (electors && !scaled && voters > electors && !MORE_THAN_ALL.has(`${keyOf(ballot)}|${section}`))
      row.fail(
        'totale_votanti',
        `at most ${electors}, the registered voters of section ${section}`,
        'Ask the publisher, or name the section in MORE_THAN_ALL and in the notes.',
      );
}

/** Sections that have voters of their own must have house numbers; hospitals, barracks and prisons have none of either. */
export function checkGeography(turnout: readonly TurnoutRow[], shares: SectionShares): void {
  for (const { row, section, electors } of turnout)
    if (electors !== 0 && !shares.has(section))
      row.fail('id_sezione', 'a section with house numbers', `Add section ${section} to ${HOUSE_NUMBERS}.`);
}

/** The turnout rows that count people who voted, with valid votes where they can be known; see the dataset's notes. */
export function usable(turnout: readonly TurnoutRow[], votes: Votes): TurnoutRow[] {
  const has = new Set(turnout.map(keyOf));
  const at = new Map(turnout.map((t) => [`${keyOf(t)}|${t.section}`, t]));
  return turnout.flatMap((t): TurnoutRow[] => {
    const { period, body, section, voters } = t;
    if (SCALED.has(keyOf(t))) return [{ ...t, scaled: true }];
    if (body === 'council') return has.has(`${period}|mayor`) ? [] : [{ ...t, body: 'mayor' }];
    if (body === 'regional-council') return [];
    if (body === 'regional-president') {
      const lists = at.get(`${period}|regional-council|${section}`);
      return [
        { ...t, valid: lists?.valid === undefined ? undefined : voters - (lists.voters - lists.valid) },
      ];
    }
    if (keyOf(t) === SENATE_ELECTORS) return [{ ...t, electors: undefined }];
    if (period === '2018') return [{ ...t, valid: undefined }];
    const candidates = votes.get(`${period}|${body}-candidate`);
    return [candidates && t.valid === undefined ? { ...t, valid: sumOver(candidates, section) } : t];
  });
}

/** Of the sections two ballots share, those where one's electors are the other's times a single number, to one elector. */
function proportional(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  const shared = [...a.keys()].filter((section) => b.has(section));
  const sum = (of: ReadonlyMap<string, number>): number => shared.reduce((n, s) => n + of.get(s)!, 0);
  const factor = sum(a) / sum(b);
  return shared.length >= MANY && shared.every((s) => Math.abs(a.get(s)! - factor * b.get(s)!) <= 1);
}
/** Two real counts of this many sections are never proportional. */
const MANY = 100;

/** Refuses electors that are another year's, scaled: such a file shows a turnout nobody counted. */
export function checkCounted(turnout: readonly TurnoutRow[]): void {
  const ballots = new Map<string, { row: Row; period: string; sections: Map<string, number> }>();
  for (const t of turnout) {
    if (t.scaled || !t.electors) continue;
    const known = ballots.get(keyOf(t)) ?? { row: t.row, period: t.period, sections: new Map() };
    ballots.set(keyOf(t), known);
    known.sections.set(t.section, t.electors);
  }
  const all = [...ballots];
  all.forEach(([one, a], i) => {
    const twin = all
      .slice(0, i)
      .find(([, b]) => b.period !== a.period && proportional(a.sections, b.sections));
    if (twin)
      a.row.fail(
        'iscritti',
        `electors of ${one} counted section by section`,
        'Add the ballot to SCALED.',
        `those of ${twin[0]} times one number`,
      );
  });
}
