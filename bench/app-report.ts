import type { Results } from './app';
import type { BootSummary, Who } from './app-boot';
import { SLOW } from './app-line';
import type { RepaintSummary, Way } from './app-repaint';
import type { Summary } from './app-stats';

const PAGE: Record<Who, string> = {
  atlas: 'atlas',
  areas: 'plain MapLibre, areas only',
  style: "plain MapLibre, the atlas's map style",
};
const WAY: Record<Way, string> = {
  atlas: 'atlas',
  'areas-state': 'areas only, setFeatureState',
  'areas-paint': 'areas only, setPaintProperty',
  'style-state': "atlas's map style, setFeatureState",
  'style-paint': "atlas's map style, setPaintProperty",
};

const kB = (bytes: number): string => (bytes / 1000).toFixed(1);
const ms = ({ median, p25, p75 }: Summary): string =>
  `${median.toFixed(0)} (${p25.toFixed(0)}–${p75.toFixed(0)})`;
const ratio = (value: number): string => value.toFixed(2);
const row = (...cells: (string | number)[]): string => `| ${cells.join(' | ')} |`;

function bytesTable({ bytes, aims }: Results): string[] {
  const line = (name: string, key: keyof Results['aims'] | 'everythingToInteractiveMap'): string =>
    row(
      name,
      kB(bytes.atlas[key]),
      key in aims ? kB(aims[key as keyof Results['aims']]) : '',
      ...(key === 'firstPicture' || key === 'scriptBeforeEngine'
        ? ['', '']
        : [kB(bytes.areas[key]), kB(bytes.style[key])]),
    );
  return [
    row('up to …', 'atlas, kB', 'aim, kB', `${PAGE.areas}, kB`, `${PAGE.style}, kB`),
    '|---|--:|--:|--:|--:|',
    line('the first coloured picture', 'firstPicture'),
    line('script before the map engine', 'scriptBeforeEngine'),
    line('the interactive map, code alone (worker and CSS included)', 'codeToInteractiveMap'),
    line('the interactive map, everything (fonts, data, tiles too)', 'everythingToInteractiveMap'),
  ];
}

const bootTable = (boot: BootSummary[]): string[] => [
  row('page', 'n', 'first picture, ms', 'atlas ÷ this', 'interactive map, ms', 'atlas ÷ this'),
  '|---|--:|--:|--:|--:|--:|',
  ...boot.map((b) =>
    row(
      PAGE[b.who],
      b.interactive.n,
      ms(b.firstPicture),
      ratio(b.atlasAgainst.firstPicture),
      ms(b.interactive),
      ratio(b.atlasAgainst.interactive),
    ),
  ),
];

const repaintTable = (rows: RepaintSummary[]): string[] => [
  row('page and way', 'n', 'unseen', 'new map on screen, ms', 'atlas ÷ this', 'at rest, ms', 'atlas ÷ this'),
  '|---|--:|--:|--:|--:|--:|--:|',
  ...rows.map((r) =>
    row(
      WAY[r.way],
      r.first.n,
      r.unseen,
      ms(r.first),
      ratio(r.atlasAgainst.first),
      ms(r.settled),
      ratio(r.atlasAgainst.settled),
    ),
  ),
];

/** The section of bench/README.md: every figure with what it means and what it leaves out. */
export function markdown(results: Results): string {
  const { machine, boot, repaint, date, seed } = results;
  const ours = [...boot.near, ...boot.slow].filter(({ who }) => who === 'atlas');
  const atOnce = ours.reduce((sum, b) => sum + b.atOnce, 0);
  const visits = ours.reduce((sum, b) => sum + b.interactive.n, 0);
  const [before, after] = machine.loadPerCore.map((l) => l.toFixed(1));
  return `## The atlas in a browser

\`npm run bench app\` (or \`npx tsx bench/app.ts [rounds]\`) measures what stands in \`dist/\`, building it first if it is not there. Last run ${date}: ${machine.browser}, headless, 1440 × 900, WebGL in software (${machine.graphics}); ${machine.cores} × ${machine.cpu}, ${machine.memoryGiB} GiB, ${machine.system}, Node ${machine.node}. Load per core ${before} before and ${after} after: above 1, other work was going on, and milliseconds are longer than the machine's own. The ratios are what to read: all pages of a table take turns within the same minutes, in an order drawn with seed ${seed}.

The plain pages (\`bench/plain/\`) are MapLibre and pmtiles as their manuals show them, with the same archives, the same areas in the same colours, in a box of the same size and place: once the 90 areas and their borders alone, once every layer of the atlas's own map (streets, names, patterns), which tells what the page around the map costs apart from what the map itself costs. They have no words, no fonts of their own, no legend, list or checks of what arrives. No result is a limit; limits on bytes are in \`tests/budgets\`.

### Bytes of the first view

On the wire, gzip, headers included, empty cache. The aims are those of \`tests/budgets/limits.json\`.

${bytesTable(results).join('\n')}

### First visit

From the start of the navigation, empty cache, a fresh profile each time; median (quartiles). *First picture*: in the atlas the first contentful paint, which was that of the coloured SVG the page brings along in ${atOnce} of ${visits} visits (else the end of the frame that first had it); in a plain page the first frame of its canvas with a colour of the data. *Interactive map*: the engine says that everything in view is loaded and drawn. *atlas ÷ this*: median of the quotients within each round.

Host on this machine, no delay on the line:

${bootTable(boot.near).join('\n')}

Over one line of ${((SLOW.bytesPerSecond * 8) / 1e6).toFixed(1)} Mbit/s with ${SLOW.roundTripMs} ms before each answer (workers' scripts too; handshakes are not delayed):

${bootTable(boot.slow).join('\n')}

### Another indicator, another year

From the input event as the browser stamps it (click on a topic whose table is already there; arrow key on the time slider; on the plain pages a button and a slider) to the end of the first frame in which the map's canvas differs, its pixels read back, so that software drawing is included. *At rest*: the first frame after which nothing changes any more. *Unseen*: inputs after which none of the nine rows of pixels looked at differed (neighbouring years can be that alike); they are left out. Indicators and years are drawn at random among ${results.topics.length} choropleths of the 90 areas that have several years (\`topics\` in app.results.json); the plain pages go to the same topics. The atlas also redraws its words, legend, histogram, chart and address in that time.

Another indicator:

${repaintTable(repaint.filter((r) => r.act === 'switch')).join('\n')}

One step in time:

${repaintTable(repaint.filter((r) => r.act === 'step')).join('\n')}

Not measured here: real graphics hardware, phones, other browsers, a second visit, hosts farther away than the two lines above, switches whose table is still to be fetched, other levels, circle maps.
`;
}
