import { chartShown, fittingCharts } from '../../../domain/charts';
import type { PictureWords } from '../../../domain/picture';
import type { WordsInput } from '../../../domain/picture-words';
import type { AtlasState } from '../../../state/atlas.svelte';
import { drawTaken, pictureInput, shortUrl, type PictureOrder, type Taken, type Whole } from './taken';

/** Pixels at 1×, and the fonts where it leaves the page. */
export interface ArtSize {
  width: number;
  height: number;
  css?: string;
  /** Of a chart: without the words and the source, which stand beside it already. */
  plain?: boolean;
}

/** One picture to take away, whatever it shows: map, chart or comparison. */
export interface Art {
  words: PictureWords;
  draw(size: ArtSize): string;
}

/** Whether what is on screen is a chart, and so what leaves it. */
export const isCharting = ({ view }: AtlasState, { summary, table, manifest }: Whole): boolean =>
  view.display === 'charts' && chartShown(view.chart, fittingCharts(summary, table, manifest)) !== null;

/** Words all pictures of the view share. */
export function frameWords(
  atlas: AtlasState,
  { manifest, summary }: Whole,
): Pick<WordsInput, 'lang' | 'kicker' | 'edition' | 'url'> {
  const { lang } = atlas.view;
  return {
    lang,
    kicker: manifest.themes.find(({ id }) => id === summary.theme)?.title[lang] ?? '',
    edition: manifest.edition,
    url: shortUrl(atlas),
  };
}

export function mapArt(
  atlas: AtlasState,
  whole: Whole,
  taken: Taken,
  order: Pick<PictureOrder, 'shapes' | 'frame'>,
): Art {
  return {
    words: pictureInput(atlas, whole, taken, { ...order, width: 1, height: 1 }).words,
    draw: (size) => drawTaken(atlas, whole, taken, { ...order, ...size }),
  };
}
