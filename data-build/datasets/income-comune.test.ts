import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { routeOf } from '../connectors/route';
import { GOLDEN, goldenContext } from '../steps/testing-golden';
import { dataset } from './income-comune';

const raw = (path: string): Uint8Array => new Uint8Array(readFileSync(`${GOLDEN}income-comune/raw/${path}`));
const pathOf = (year: string): string =>
  dataset.live!.map(({ path }) => path).find((path) => path.includes(year))!;

/** The golden table of 2020 as the table by postcode looked in 2021: another name for the credit, two semicolons too many. */
const of2021 = new TextEncoder().encode(
  new TextDecoder()
    .decode(raw(pathOf('2020')))
    .replaceAll('Bonus spettante', 'Trattamento spettante')
    .replace(/^2020;/gm, '2021;')
    .replace(/^(2021;.*)$/gm, '$1;'),
);
const run = async (given: Uint8Array) => {
  const warnings: string[] = [];
  const files = await dataset.refresh({
    ...goldenContext((path) => (path === pathOf('2021') ? given : raw(path))),
    warn: (message) => warnings.push(message),
  });
  return { ...files, warnings };
};

describe('tax years nobody has at hand', () => {
  it('are asked for with the others, and each address gives a file', () => {
    expect(dataset.live!.map(({ path }) => /\d{4}/.exec(path)![0])).toEqual(['2018', '2019', '2020', '2021']);
    for (const source of dataset.live!) expect(routeOf(source)).toMatchObject({ url: source.url });
  });

  it('are read where they are there', async () => {
    const { tables, period, notes, warnings } = await run(of2021);
    const figures = (year: string) =>
      tables!['data']!.rows.filter((row) => row[1] === year).map(([comune, , ...rest]) => [comune, ...rest]);
    expect(figures('2021')).toEqual(figures('2020'));
    expect(period).toEqual(['2018', '2021']);
    expect(notes![0]!.en).toMatch(/: 2019\.$/);
    expect(warnings).toEqual([]);
  });

  it('are left out with a warning where they are not what was expected; the others stay', async () => {
    const { tables, period, warnings } = await run(of2021.slice(0, -40));
    expect(new Set(tables!['data']!.rows.map((row) => row[1]))).toEqual(new Set(['2018', '2020']));
    expect(period).toEqual(['2018', '2020']);
    expect(warnings.join()).toMatch(/^2021 is left out: metro\/mef_irpef_comunale_2021_prov037.csv/);
  });
});
