import type { Summary } from './app-stats';
import type { Line, Results, Scene, Who } from './map';
import type { Act } from './map-acts';

const SCENE: Record<Scene, string> = {
  areas: '90 shaded areas',
  points: '20 000 points that gather',
  dots: '100 000 dots',
};
const WHO: Record<Who, string> = { atlas: 'atlas', plain: 'plain MapLibre' };

const range = ({ median, p25, p75 }: Summary, digits = 0): string =>
  `${median.toFixed(digits)} (${p25.toFixed(digits)}–${p75.toFixed(digits)})`;
const row = (...cells: (string | number)[]): string => `| ${cells.join(' | ')} |`;
/** One picture has no rate, and no wait for the next. */
const many = (line: Line): boolean => line.act !== 'switch';

function table(lines: readonly Line[]): string[] {
  return [
    row(
      'scene',
      'page',
      'n',
      'unseen',
      'another picture, ms',
      'atlas ÷ this',
      'at rest, ms',
      'atlas ÷ this',
      'pictures a second',
      'atlas ÷ this',
      'longest wait, ms',
    ),
    '|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|',
    ...lines.map((line) =>
      row(
        SCENE[line.scene],
        WHO[line.who],
        line.first.n,
        line.unseen,
        range(line.first),
        line.atlasAgainst.first.toFixed(2),
        range(line.settled),
        line.atlasAgainst.settled.toFixed(2),
        ...(many(line)
          ? [range(line.rate, 1), line.atlasAgainst.rate.toFixed(2), range(line.longest)]
          : ['', '', '']),
      ),
    ),
  ];
}

export function markdown(results: Results, steps: number): string {
  const { date, browser, cores, loadPerCore, rounds, seed, lines } = results;
  const head: Record<Act, string> = {
    switch: 'Another topic (areas), a category off and on (points), one class lit (dots)',
    scrub: `A run of ${steps} years along the slider`,
    pan: 'A drag of 240 px',
  };
  return (
    [
      '## The map under the hand',
      `\`npm run bench map\` (or \`npx tsx bench/map.ts [rounds]\`): ${rounds} rounds (a third as many with dots), ${date}, ${browser}, headless, 1440 × 900, WebGL in software, ${cores} cores. Load per core ${loadPerCore[0].toFixed(1)} before and ${loadPerCore[1].toFixed(1)} after: above 1, other work was going on. Both pages take turns in each round, in an order drawn with seed ${seed}; median (quartiles), ratios are medians of the quotients within each round.`,
      'The plain page is MapLibre as its manual shows it, with the atlas’s base map, in a box of the same size: areas by `setFeatureState`, points as a clustered GeoJSON source, dots as GeoJSON circles. Points are the city’s schools and dots its residents by age, repeated with a small seeded shift until they are so many; both pages show the same ones. Times run from the input event to the end of a frame whose pixels differ, read back; *pictures a second* counts different pictures until rest.',
      ...(Object.keys(head) as Act[]).flatMap((act) => [
        `### ${head[act]}`,
        table(lines.filter((line) => line.act === act)).join('\n'),
      ]),
      'Not measured here: real graphics hardware, phones, other browsers; points have one date, so no run along the slider.',
    ].join('\n\n') + '\n'
  );
}
