import { CITY_CODE, type Level } from '../../src/model/ids';
import type { Area, Geography } from '../../src/model/manifest';
import type { EditionReader } from '../model';

export interface Project {
  id: string;
  period: string;
  /** Code of the quartiere that proposed it. */
  quartiere: string;
  won: boolean;
  /** Euros; undefined where the source has none. */
  amount: number | undefined;
  /** Codes of the statistical areas of its places. */
  areas: ReadonlySet<string>;
}

/** Projects of every edition. Throws on a quartiere the geography does not know. */
export function projects(edition: EditionReader, geography: Geography): Project[] {
  const quartieri = new Map((geography.levels.quartiere ?? []).map(({ code, name }) => [name, code]));
  const areas = new Map<string, Set<string>>();
  for (const { id, area } of edition.table('participatory-budget', 'places'))
    areas.set(id!, (areas.get(id!) ?? new Set()).add(area!));
  return edition.table('participatory-budget').map((row) => {
    const quartiere = quartieri.get(row.quartiere!);
    if (quartiere === undefined) throw new Error(`no quartiere ${row.quartiere}`);
    return {
      id: row.id!,
      period: row.period!,
      quartiere,
      won: row.status !== 'proposed',
      amount: row.amount === '' ? undefined : Number(row.amount),
      areas: areas.get(row.id!) ?? new Set<string>(),
    };
  });
}

/**
 * Level → period → code → projects with at least one place there. A project of two areas counts in both and once in what contains
 * them: the numbers of the parts do not add up to the whole. Places without projects hold 0.
 */
export function projectsByPlace(
  all: readonly Project[],
  geography: Geography,
  levels: readonly Level[],
): Map<Level, Map<string, Map<string, number>>> {
  const parents = new Map((geography.levels.area ?? []).map(({ code, parents }) => [code, parents]));
  const periods = [...new Set(all.map(({ period }) => period))].sort();
  return new Map(
    levels.map((level) => {
      const codes = (geography.levels[level] ?? []).map(({ code }) => code);
      const byPeriod = periods.map((period): [string, Map<string, number>] => {
        const counts = new Map(codes.map((code) => [code, 0]));
        for (const project of all.filter((p) => p.period === period)) {
          const met = new Set([...project.areas].map((area) => placeOf(level, area, parents.get(area))));
          for (const code of met) counts.set(code, counts.get(code)! + 1);
        }
        return [period, counts];
      });
      return [level, new Map(byPeriod)];
    }),
  );
}

function placeOf(level: Level, area: string, parents: Area['parents'] | undefined): string {
  if (!parents) throw new Error(`unknown area ${area}`);
  if (level === 'area') return area;
  return level === 'citta' ? CITY_CODE : (parents as Partial<Record<Level, string>>)[level]!;
}
