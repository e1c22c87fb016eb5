import { alsoOnPaper, drawOnPaper, keyOnPaper } from '../../../charts/on-paper';
import { noteBlock } from '../../../charts/paper-key';
import { placedChart, plainChart } from '../../../charts/plain';
import { typeSize, type ChartSize, type Drawn } from '../../../charts/plot';
import type { ColourTheme } from '../../../domain/colour';
import { list } from '../../../domain/grammar';
import { drawChartPicture, type ChartKeyLook, type ChartRoom } from '../../../domain/picture-chart';
import { pictureLegend } from '../../../domain/picture-view';
import { pictureWords } from '../../../domain/picture-words';
import { keyBlock } from '../../../domain/picture/key';
import { EMPTY, stack, type Block } from '../../../domain/picture/xml';
import { takeWords } from '../../../i18n/take';
import type { AtlasState } from '../../../state/atlas.svelte';
import type { ChartOnScreen } from '../on-screen.svelte';
import { frameWords, type Art } from './art';
import { ownPainting, type Whole } from './taken';

/** Ticks and labels as large as the words of a legend, in a picture of 540 px on its shorter side. */
const REM = 14;
const KEY_SIZE = 11.5;
/** More names than this would be a list of places, not a note. */
const MOST_NAMES = 8;
/** The months under a day take this much of its height, and are left out where they would lie flat. */
const ALSO = 0.34;
const LOWEST_REM = 8;

/** The chart on screen as a picture. Loaded with the first of them: it brings Plot. */
export function chartArt(atlas: AtlasState, whole: Whole, seen: ChartOnScreen, theme: ColourTheme): Art {
  const { chart } = seen;
  const { head, sentence } = chart.shown;
  const { lang } = atlas.view;
  const t = takeWords(lang);
  const words = pictureWords({
    ...frameWords(atlas, whole),
    sentences: {
      title: head,
      finding: sentence,
      alt: [t.chartAlt(head), sentence].filter(Boolean).join(' '),
    },
    datasets: seen.datasets ?? whole.table.datasets,
  });
  return {
    words,
    draw: ({ width, height, css, plain = false }) =>
      drawChartPicture({
        lang,
        theme,
        width,
        height,
        words,
        plain,
        ...(css ? { css } : {}),
        key: (look) => keyOf(atlas, whole, seen, theme, look),
        chart: (room) => drawn(seen, room, theme),
      }),
  };
}

function drawn({ chart, lit = null }: ChartOnScreen, room: ChartRoom, theme: ColourTheme): string {
  const rem = REM * room.unit;
  const part = (draw: (size: ChartSize) => Drawn, y: number, height: number) => {
    const { node } = draw({ width: room.width, height, rem });
    return placedChart(plainChart(node, { theme, typeSize: typeSize(rem), lit }), room.x, y);
  };
  const second = room.height * ALSO >= LOWEST_REM * rem ? room.height * ALSO : 0;
  const also = second > 0 ? alsoOnPaper(chart) : null;
  return (
    part((size) => drawOnPaper(chart, size), room.y, room.height - (also ? second : 0)) +
    (also ? part(also, room.y + room.height - second, second) : '')
  );
}

/** What its own lines mean, the classes of the map where its dots wear them, and what must be known to read it rightly. */
function keyOf(
  atlas: AtlasState,
  whole: Whole,
  { chart, classes, notes = [] }: ChartOnScreen,
  theme: ColourTheme,
  { form, width, unit, full }: ChartKeyLook,
): Block {
  const { lang } = atlas.view;
  const { level, period } = atlas;
  const { summary, table } = whole;
  const extent = table.levels[level]?.extent ?? [0, 0];
  const painting = ownPainting(atlas, whole, theme, period);
  const legend = pictureLegend({ lang, level, summary, table, extent, painting });
  const undrawn =
    chart.kind === 'spread' && legend.missing.length
      ? [takeWords(lang).undrawn(legend.missing.map(({ label }) => label).join(', '))]
      : [];
  // Lines of a series carry their names; dots that stay bright do not.
  const picked = atlas.areas.filter(({ code }) => atlas.view.picked.includes(code)).map(({ name }) => name);
  const dotted = chart.kind === 'spread' || chart.kind === 'scatter';
  const marked =
    dotted && picked.length && picked.length <= MOST_NAMES
      ? [takeWords(lang).marked(list(picked, lang))]
      : [];
  const look = { theme, size: KEY_SIZE * unit, width };
  // What the key says already is not said again.
  const outline = chart.kind === 'pyramid' ? chart.shown.outlineNote : '';
  const method = full ? chart.shown.notes.filter((note) => note !== outline) : [];
  const said = [...marked, ...notes, ...undrawn, ...method];
  return stack([
    classes ? keyBlock({ ...legend, missing: [] }, form, { theme, unit, width, radius: 0 }) : EMPTY,
    [8 * unit, keyOnPaper(chart, look)],
    ...said.map((note) => [6 * unit, noteBlock(note, look)] as const),
  ]);
}
