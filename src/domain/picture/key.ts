import type { ColourTheme } from '../colour';
import { PAGE_COLOURS } from '../colour-page';
import { symbolRadius } from '../symbols';
import { textWidth, wrap } from './lines';
import { patternFill } from './patterns';
import type { PictureLegend } from './types';
import { EMPTY, n, stack, textAt, textBlock, type Block } from './xml';

interface Look {
  theme: ColourTheme;
  unit: number;
  /** Widest the legend may be, px. */
  width: number;
  /** Radius in px on this map of the circle for the legend's `max`. */
  radius: number;
}

/** How a legend may stand: one row over another, or a bar with its limits under it. */
export type KeyForm = 'list' | 'bar';

/** The legend with its caption and the patterns that occur. */
export function keyBlock(legend: PictureLegend, form: KeyForm, look: Look): Block {
  const { unit } = look;
  const colours = PAGE_COLOURS[look.theme];
  const caption = textBlock(
    wrap(legend.caption, 'bold', 11.5 * unit, look.width),
    { face: 'bold', size: 11.5 * unit, fill: colours.ink },
    1.25,
  );
  return stack([caption, [6 * unit, body(legend, form, look)], [6 * unit, missingRows(legend, form, look)]]);
}

function body(legend: PictureLegend, form: KeyForm, look: Look): Block {
  if (legend.kind === 'classes') return form === 'list' ? classList(legend, look) : classBar(legend, look);
  if (legend.kind === 'circles') return circleRow(legend, look);
  if (legend.kind === 'categories') return categories(legend, form, look);
  return legend.kind === 'grid' ? grid(legend, look) : EMPTY;
}

type Of<K extends PictureLegend['kind']> = Extract<PictureLegend, { kind: K }>;

/** Highest on top, as the colours stand out. */
function classList({ classes }: Of<'classes'>, { theme, unit, width }: Look): Block {
  const rows = [...classes]
    .reverse()
    .map(({ colour, label }) => swatchRow(colour, label, theme, unit, width));
  return stack(rows.map((row, i) => [i ? 3 * unit : 0, row] as const));
}

function swatchRow(fill: string, label: string, theme: ColourTheme, unit: number, width: number): Block {
  const colours = PAGE_COLOURS[theme];
  const size = 11.5 * unit;
  const [w, h, gap] = [20 * unit, 12 * unit, 7 * unit];
  const lines = wrap(label, 'sans', size, Math.max(30 * unit, width - w - gap));
  const words = textBlock(lines, { face: 'sans', size, fill: colours.ink }, 1.15);
  const height = Math.max(h, words.height);
  return {
    width: w + gap + words.width,
    height,
    draw: (x, y) =>
      `<rect x="${n(x)}" y="${n(y + (Math.min(height, size * 1.1) - h) / 2 + 0.4 * unit)}" width="${n(w)}" height="${n(h)}" fill="${fill}" stroke="${colours.strongLine}" stroke-width="${n(0.5 * unit)}"/>` +
      words.draw(x + w + gap, y),
  };
}

/** Fields of equal width with the limits under the joints. */
function classBar({ classes, ticks }: Of<'classes'>, look: Look): Block {
  const { theme, unit } = look;
  const colours = PAGE_COLOURS[theme];
  const width = Math.min(look.width, 330 * unit);
  const field = width / Math.max(1, classes.length);
  const size = 11 * unit;
  const fits = ticks.every((tick, i) => {
    const room = i === 0 || i === ticks.length - 1 ? field * 0.75 : field;
    return textWidth(tick, 'sans', size) < room - 3 * unit;
  });
  // Numbers too long to stand side by side go in a list.
  if (!fits) return classList({ classes } as Of<'classes'>, look);
  return {
    width,
    height: 12 * unit + 4 * unit + size,
    draw: (x, y) =>
      classes
        .map(
          ({ colour }, i) =>
            `<rect x="${n(x + i * field)}" y="${n(y)}" width="${n(field)}" height="${n(11 * unit)}" fill="${colour}" stroke="${colours.paper}" stroke-width="${n(0.8 * unit)}"/>`,
        )
        .join('') +
      ticks
        .map((tick, i) => {
          const at = x + (width * i) / Math.max(1, ticks.length - 1);
          const w = textWidth(tick, 'sans', size);
          const left = i === 0 ? at : i === ticks.length - 1 ? at - w : at - w / 2;
          return textAt(tick, left, y + 14 * unit + size * 0.8, { face: 'sans', size, fill: colours.muted });
        })
        .join(''),
  };
}

/** Circles of round values on one line, each with its number. */
function circleRow({ ticks, max, colour }: Of<'circles'>, { theme, unit, width, radius }: Look): Block {
  const colours = PAGE_COLOURS[theme];
  const size = 11.5 * unit;
  const parts = ticks.map(({ value, label }) => ({ r: symbolRadius(value, max, radius), label }));
  const wide = (p: (typeof parts)[number]) => 2 * p.r + 5 * unit + textWidth(p.label, 'sans', size);
  const gap = 12 * unit;
  const oneRow = parts.reduce((sum, p) => sum + wide(p), gap * Math.max(0, parts.length - 1)) <= width;
  const tallest = Math.max(size, ...parts.map((p) => 2 * p.r)) + 2 * unit;
  const row = (p: (typeof parts)[number], height: number, indent: number): Block => ({
    width: indent * 2 + wide(p),
    height,
    draw: (x, y) =>
      `<circle cx="${n(x + indent + p.r + unit)}" cy="${n(y + height / 2)}" r="${n(p.r)}" fill="${colour}" fill-opacity="0.82"/>` +
      textAt(p.label, x + indent * 2 + 2 * p.r + 6 * unit, y + height / 2 + size * 0.33, {
        face: 'sans',
        size,
        fill: colours.ink,
      }),
  });
  if (!oneRow) {
    const widest = Math.max(0, ...parts.map((p) => p.r));
    return stack(
      parts.map((p) => [2 * unit, row(p, Math.max(size * 1.1, 2 * p.r + 2 * unit), widest - p.r)] as const),
    );
  }
  return {
    width: parts.reduce((sum, p) => sum + wide(p) + gap, -gap),
    height: tallest,
    draw(x, y) {
      let left = x;
      return parts
        .map((p) => {
          const drawn = row(p, tallest, 0).draw(left, y);
          left += wide(p) + gap;
          return drawn;
        })
        .join('');
    },
  };
}

/** A square of colours, the words of its sides beside it. */
function grid({ colours: rows, across, up }: Of<'grid'>, { theme, unit, width }: Look): Block {
  const colours = PAGE_COLOURS[theme];
  const size = 11 * unit;
  const cell = 17 * unit;
  const side = cell * rows.length;
  const type = { face: 'sans', size, fill: colours.ink } as const;
  const beside = Math.max(60 * unit, width - side - 10 * unit);
  const upWords = textBlock(wrap(`↑ ${up}`, 'sans', size, beside), type, 1.15);
  const acrossWords = textBlock(wrap(`→ ${across}`, 'sans', size, width), type, 1.15);
  return {
    width: Math.max(side + 10 * unit + upWords.width, acrossWords.width),
    height: Math.max(side, upWords.height) + 5 * unit + acrossWords.height,
    draw: (x, y) => {
      const high = Math.max(side, upWords.height);
      return (
        rows
          .flatMap((row, j) =>
            row.map(
              (fill, i) =>
                `<rect x="${n(x + i * cell)}" y="${n(y + high - side + j * cell)}" width="${n(cell)}" height="${n(cell)}" fill="${fill}" stroke="${colours.paper}" stroke-width="${n(0.8 * unit)}"/>`,
            ),
          )
          .join('') +
        upWords.draw(x + side + 10 * unit, y + high - side) +
        acrossWords.draw(x, y + high + 5 * unit)
      );
    },
  };
}

/** A dot of each kind with its name; under them what the dots do not say by themselves. */
function categories({ rows, note }: Of<'categories'>, form: KeyForm, look: Look): Block {
  const { theme, unit, width } = look;
  const colours = PAGE_COLOURS[theme];
  const size = 11.5 * unit;
  const [r, gap] = [4.5 * unit, 7 * unit];
  const blocks = rows.map(({ colour, label }): Block => {
    const lines = wrap(label, 'sans', size, Math.max(30 * unit, width - 2 * r - gap));
    const words = textBlock(lines, { face: 'sans', size, fill: colours.ink }, 1.15);
    return {
      width: 2 * r + gap + words.width,
      height: words.height,
      draw: (x, y) =>
        `<circle cx="${n(x + r)}" cy="${n(y + size * 0.5)}" r="${n(r)}" fill="${colour}"/>` +
        words.draw(x + 2 * r + gap, y),
    };
  });
  const said = note ? wrap(note, 'sans', 10.5 * unit, Math.min(width, 330 * unit)) : [];
  return stack([
    flow(blocks, form, look),
    [6 * unit, textBlock(said, { face: 'sans', size: 10.5 * unit, fill: colours.muted }, 1.25)],
  ]);
}

function missingRows({ missing }: PictureLegend, form: KeyForm, look: Look): Block {
  const { theme, unit, width } = look;
  return flow(
    missing.map(({ why, label }) => swatchRow(patternFill(why, theme), label, theme, unit, width)),
    form,
    look,
  );
}

/** Rows under each other in a list; in a bar beside each other while they fit. */
function flow(rows: readonly Block[], form: KeyForm, { unit, width }: Look): Block {
  if (form === 'list') return stack(rows.map((row) => [3 * unit, row] as const));
  const lines: Block[][] = [];
  let used = Infinity;
  for (const row of rows) {
    if (used + row.width > width) {
      lines.push([]);
      used = 0;
    }
    lines.at(-1)!.push(row);
    used += row.width + 14 * unit;
  }
  return stack(lines.map((line) => [3 * unit, besideEachOther(line, 14 * unit)] as const));
}

function besideEachOther(blocks: readonly Block[], gap: number): Block {
  return {
    width: blocks.reduce((sum, b) => sum + b.width + gap, -gap),
    height: Math.max(...blocks.map((b) => b.height)),
    draw(x, y) {
      let left = x;
      return blocks
        .map((b) => {
          const drawn = b.draw(left, y);
          left += b.width + gap;
          return drawn;
        })
        .join('');
    },
  };
}
