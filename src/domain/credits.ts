/** Who publishes figures, and under what; every dataset says it. */
export interface Credited {
  readonly publisher: string;
  readonly licence: { readonly title: string };
}

/** Publishers and licences behind figures, each named once, in the order of the datasets. */
export function creditsOf(datasets: readonly Credited[]): {
  publishers: string;
  licences: string;
} {
  return {
    publishers: [...new Set(datasets.map((d) => d.publisher))].join('; '),
    licences: [...new Set(datasets.map((d) => d.licence.title))].join(', '),
  };
}
