import type { Geography } from '../../src/model/manifest';
import type { EditionReader } from '../model';
import type { Grid } from './grid';
import { citizenship } from './population';
import type { Hidden } from './structure';
import { classIn, hiddenFamily, zonaGrid } from './tally';

/** Places of birth as the indicators tell them: the source's eight, the three of northern and central Italy together. */
export const BIRTHPLACES = [['1'], ['2'], ['3'], ['4', '5', '6'], ['7'], ['8']] as const;

export interface Family {
  grid: Grid;
  hidden: Hidden;
}

/** Residents by the classes of BIRTHPLACES, all hidden together: five of them give the sixth. */
export function birthplaces(edition: EditionReader, geography: Geography): Family {
  const grid = zonaGrid(edition, geography, BIRTHPLACES.length, (row) =>
    classIn(BIRTHPLACES, row.birthplace),
  );
  return { grid, hidden: [hiddenFamily(grid, geography)] };
}

/** [foreign born in Italy, Italian born in Italy, foreign born abroad, Italian born abroad]; hidden with both margins. */
export function bornByCitizenship(edition: EditionReader, geography: Geography): Family {
  const grid = zonaGrid(
    edition,
    geography,
    4,
    (row) => (row.birthplace === '8' ? 2 : 0) + (row.citizenship === 'foreign' ? 0 : 1),
  );
  return {
    grid,
    hidden: [
      hiddenFamily(grid, geography),
      ...birthplaces(edition, geography).hidden,
      citizenship(edition, geography).hidden,
    ],
  };
}

/** [under 18, 18 and over]. */
export function minors(edition: EditionReader, geography: Geography): Family {
  const grid = zonaGrid(edition, geography, 2, (row) => (row.age === '0-17' ? 0 : 1));
  return { grid, hidden: [hiddenFamily(grid, geography)] };
}

/** [foreign under 18, Italian under 18, foreign 18+, Italian 18+]; hidden with both margins. */
export function minorsByCitizenship(edition: EditionReader, geography: Geography): Family {
  const grid = zonaGrid(
    edition,
    geography,
    4,
    (row) => (row.age === '0-17' ? 0 : 2) + (row.citizenship === 'foreign' ? 0 : 1),
  );
  return {
    grid,
    hidden: [
      hiddenFamily(grid, geography),
      ...minors(edition, geography).hidden,
      citizenship(edition, geography).hidden,
    ],
  };
}

/** [foreign women, foreign men, Italian women, Italian men]; hidden with the margin of citizenship. */
export function sexByCitizenship(edition: EditionReader, geography: Geography): Family {
  const grid = zonaGrid(
    edition,
    geography,
    4,
    (row) => (row.citizenship === 'foreign' ? 0 : 2) + (row.sex === 'f' ? 0 : 1),
  );
  return { grid, hidden: [hiddenFamily(grid, geography), citizenship(edition, geography).hidden] };
}
