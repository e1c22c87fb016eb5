import { PAGE_COLOURS } from '../colour-page';
import type { KeyForm } from './key';
import { fitLines, fitSentences, wrap } from './lines';
import { patternDefs } from './patterns';
import type { PictureInput } from './types';
import { escapeXml } from '../xml';
import { EMPTY, n, stack, textBlock, type Block } from './xml';

/** What every picture is wrapped in: names for those who cannot see it, patterns of the legend. */
export function svgDocument(
  { width, height, lang, words, css, legend, theme, ids = '' }: Omit<PictureInput, 'map'>,
  inside: string,
): string {
  const patterns = patternDefs(
    (legend?.missing ?? []).map((m) => m.why),
    theme,
  );
  const drawn = (patterns ? `<defs>${patterns}</defs>` : '') + inside;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
    `role="img" xml:lang="${lang}" lang="${lang}"><title>${escapeXml(words.title)}</title><desc>${escapeXml(words.alt)}</desc>` +
    (css ? `<style>${escapeXml(css)}</style>` : '') +
    // Ids of this module all begin with p- or c-; words cannot be mistaken for them, their quotes are escaped.
    `${ids ? drawn.replace(/( id="|url\(#)(?=[pc]-)/g, `$1${ids}`) : drawn}</svg>`
  );
}

/** Theme, title and finding. `most`: lines; `sizes` of the title in px at 1×, descending. */
export function head(
  { words, theme }: Pick<PictureInput, 'words' | 'theme'>,
  unit: number,
  width: number,
  most: { title: number; finding: number },
  sizes: number[],
): Block {
  const { ink, accent } = PAGE_COLOURS[theme];
  // A dash or a point between two names ends a line rather than beginning one.
  const title = fitLines(words.title.replace(/ ([·–-]) /g, '\u00a0$1 '), 'serif', {
    sizes: sizes.map((s) => s * unit),
    width,
    most: most.title,
    even: true,
  });
  const finding = words.finding
    ? fitSentences(words.finding, 'sans', {
        sizes: [14, 13, 12.5].map((s) => s * unit),
        width,
        most: most.finding,
      })
    : { lines: [], size: 13 };
  const kicker = words.kicker ? wrap(words.kicker, 'bold', 12 * unit, width).slice(0, 1) : [];
  return stack([
    textBlock(kicker, { face: 'bold', size: 12 * unit, fill: accent }),
    [7 * unit, textBlock(title.lines, { face: 'serif', size: title.size, fill: ink }, 1.17)],
    [
      8 * unit,
      most.finding ? textBlock(finding.lines, { face: 'sans', size: finding.size, fill: ink }, 1.36) : EMPTY,
    ],
  ]);
}

/**
 * The column at the left of a wide picture: head, a large date where there is one, legend. The fullest words that leave room; a list
 * of classes before a bar.
 */
export function wordsColumn(
  input: Pick<PictureInput, 'words' | 'theme'>,
  unit: number,
  width: number,
  free: number,
  keys: (form: KeyForm) => Block,
  between: Block = EMPTY,
): Block {
  const tries = (['list', 'bar'] as const).flatMap((form) =>
    [
      { title: 5, finding: 9 },
      { title: 5, finding: 6 },
      { title: 4, finding: 4 },
      { title: 4, finding: 0 },
    ].map((most) =>
      stack([
        head(input, unit, width, most, [29, 27, 25, 23, 21, 19]),
        [18 * unit, between],
        [22 * unit, keys(form)],
      ]),
    ),
  );
  const order = [0, 1, 4, 5, 2, 6, 3, 7];
  return order.map((i) => tries[i]!).find((t) => t.height <= free) ?? tries.at(-1)!;
}

/** Source and address over a hairline; the atlas by its name at the end. */
export function foot(
  { words, theme }: Pick<PictureInput, 'words' | 'theme'>,
  unit: number,
  width: number,
): Block {
  const { muted, hairline, ink } = PAGE_COLOURS[theme];
  const size = 10 * unit;
  const small = { face: 'sans', size, fill: muted } as const;
  const name = { face: 'serif', size: 11.5 * unit, fill: ink } as const;
  const line: Block = {
    width,
    height: unit,
    draw: (x, y) => `<path d="M${n(x)} ${n(y)}h${n(width)}" stroke="${hairline}" stroke-width="${n(unit)}"/>`,
  };
  return stack([
    line,
    [8 * unit, textBlock(words.source ? wrap(words.source, 'sans', size, width) : [], small, 1.3)],
    [4 * unit, textBlock(words.url ? wrap(words.url, 'sans', size, width).slice(0, 3) : [], small, 1.3)],
    [6 * unit, textBlock(words.atlas ? [words.atlas] : [], name)],
  ]);
}
