import type { Dataset } from '../model/manifest';

/** Publishers and licences behind figures, each named once, in the order of the datasets. */
export function creditsOf(datasets: readonly Pick<Dataset, 'publisher' | 'licence'>[]): {
  publishers: string;
  licences: string;
} {
  return {
    publishers: [...new Set(datasets.map((d) => d.publisher))].join('; '),
    licences: [...new Set(datasets.map((d) => d.licence.title))].join(', '),
  };
}
