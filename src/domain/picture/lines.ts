import { CHARACTERS, WIDTHS } from './widths';

/** The faces of a picture: running text, emphasis, titles. */
export type Face = keyof typeof WIDTHS;

/** Letters a face lacks are taken by another font; spaces of no known width are thin. */
const THIN = 200;
const FOREIGN = 640;

const TABLES = new Map<Face, ReadonlyMap<string, number>>();
function tableOf(face: Face): ReadonlyMap<string, number> {
  let table = TABLES.get(face);
  if (!table) {
    const widths = WIDTHS[face].split(' ').map(Number);
    table = new Map(Array.from(CHARACTERS, (c, i) => [c, widths[i] || (/\s/.test(c) ? THIN : FOREIGN)]));
    TABLES.set(face, table);
  }
  return table;
}

/** Width of one line in the unit of `size`; kerning left out, which only ever makes it a little narrower. */
export function textWidth(text: string, face: Face, size: number): number {
  const table = tableOf(face);
  let width = 0;
  for (const character of text) width += table.get(character) ?? FOREIGN;
  return (width / 1000) * size;
}

/**
 * Lines no wider than `width`. Breaks at plain spaces, never at a no-break one, and after `/ & ? = -` inside a word that is too
 * long for a line; a piece that still does not fit is cut between letters.
 */
export function wrap(text: string, face: Face, size: number, width: number): string[] {
  const fits = (line: string) => textWidth(line, face, size) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ +/).filter(Boolean)) {
    const joined = line ? `${line} ${word}` : word;
    if (fits(joined)) {
      line = joined;
      continue;
    }
    if (line) lines.push(line);
    const pieces = fits(word)
      ? [word]
      : pack(
          word.split(/(?<=[/&?=-])/).flatMap((p) => cut(p, fits)),
          fits,
        );
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  return line ? [...lines, line] : lines;
}

/** Pieces joined again while they fit. */
function pack(pieces: readonly string[], fits: (line: string) => boolean): string[] {
  return pieces.reduce<string[]>((lines, piece) => {
    const joined = (lines.at(-1) ?? '') + piece;
    return lines.length && fits(joined) ? [...lines.slice(0, -1), joined] : [...lines, piece];
  }, []);
}

function cut(word: string, fits: (line: string) => boolean): string[] {
  if (fits(word)) return [word];
  return pack(Array.from(word), fits);
}

/** The same number of lines, as even as they can be: a title that stands like a block. */
export function balanced(text: string, face: Face, size: number, width: number): string[] {
  const wide = wrap(text, face, size, width);
  let [low, high] = [width / 2, width];
  for (let i = 0; i < 8 && wide.length > 1; i++) {
    const middle = (low + high) / 2;
    if (wrap(text, face, size, middle).length > wide.length) low = middle;
    else high = middle;
  }
  return wide.length > 1 ? wrap(text, face, size, high) : wide;
}

export interface Fitted {
  lines: string[];
  size: number;
}

/**
 * `text` in the largest of `sizes` (descending) that takes at most `most` lines and breaks no word; when even the smallest takes more, the last
 * line ends in an ellipsis.
 */
export function fitLines(
  text: string,
  face: Face,
  o: { sizes: readonly number[]; width: number; most: number; even?: boolean },
): Fitted {
  const set = o.even ? balanced : wrap;
  for (const size of o.sizes) {
    const lines = set(text, face, size, o.width);
    const whole = text.split(' ').every((word) => textWidth(word, face, size) <= o.width);
    if (whole && lines.length <= o.most) return { lines, size };
  }
  const size = o.sizes.at(-1) ?? 12;
  const lines = wrap(text, face, size, o.width).slice(0, o.most);
  return { lines: [...lines.slice(0, -1), shortened(lines.at(-1) ?? '', face, size, o.width)], size };
}

/** Ends in an ellipsis, at a word if it can. */
export function shortened(line: string, face: Face, size: number, width: number): string {
  const words = line.split(' ');
  for (let n = words.length; n > 0; n--) {
    const short = `${words
      .slice(0, n)
      .join(' ')
      .replace(/[,.;:]$/, '')}…`;
    if (textWidth(short, face, size) <= width) return short;
  }
  return '…';
}

/** Whole sentences of `text` from the first, as many as take at most `most` lines; at least the first one, shortened if need be. */
export function fitSentences(
  text: string,
  face: Face,
  o: { sizes: readonly number[]; width: number; most: number },
): Fitted {
  const sentences = text.split(/(?<=[.!?]) (?=\p{Lu})/u);
  for (let n = sentences.length; n > 0; n--)
    for (const size of o.sizes) {
      const lines = wrap(sentences.slice(0, n).join(' '), face, size, o.width);
      if (lines.length <= o.most) return { lines: withoutWidow(lines, face, size, o.width), size };
    }
  return fitLines(sentences[0] ?? '', face, o);
}

/** A last line of one short word is not left alone. */
function withoutWidow(lines: string[], face: Face, size: number, width: number): string[] {
  const last = textWidth(lines.at(-1) ?? '', face, size);
  return last < width / 5 ? balanced(lines.join(' '), face, size, width) : lines;
}
