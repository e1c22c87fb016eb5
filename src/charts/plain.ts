import type { ColourTheme } from '../domain/colour';
import { PAGE_COLOURS } from '../domain/colour-page';

/** Ground of the middle half in a distribution: src/app/app.css. */
const PAPER_2: Record<ColourTheme, string> = { light: '#f3ede3', dark: '#1d2026' };
const FAMILY = "'Titillium Web', 'Segoe UI', 'Helvetica Neue', sans-serif";
/** As far as the screen lets the others step back: ChartHost. */
const DIM = '0.22';

/** The app's custom properties; charts are drawn with them so that on a screen they follow the theme. */
const variables = (theme: ColourTheme): Record<string, string> => {
  const { paper, ink, muted, hairline, accent, strongLine } = PAGE_COLOURS[theme];
  return { paper, ink, muted, hairline, accent, 'strong-line': strongLine, 'paper-2': PAPER_2[theme] };
};

const channels = (hex: string): number[] => [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16));

/** A colour laid thinly over paper, as one that covers: drawing programs know no mixing. */
function over(paper: string, hex: string, share: number): string {
  const under = channels(paper);
  const mixed = channels(hex).map((c, i) => Math.round(c * share + under[i]! * (1 - share)));
  return `#${mixed.map((c) => c.toString(16).padStart(2, '0')).join('')}`;
}

/** Binary dust differs between machines and says nothing. */
const rounded = (tag: string): string =>
  tag.replace(/-?\d+\.\d{2,}(e-\d+)?/g, (number) => String(Math.round(Number(number) * 100) / 100 || 0));

/** Letters twice, the first time as a halo: drawing programs do not all know `paint-order`. */
function haloed(root: Element): void {
  for (const over of root.querySelectorAll('[paint-order]')) {
    const halo = over.cloneNode(true) as Element;
    for (const element of [over, halo]) element.removeAttribute('paint-order');
    for (const name of [...over.attributes].map((a) => a.name))
      if (name.startsWith('stroke')) over.removeAttribute(name);
    for (const text of [halo, ...halo.querySelectorAll('text')])
      if (text.tagName === 'text') text.setAttribute('aria-hidden', 'true');
    over.before(halo);
  }
}

/**
 * A chart of the app as a drawing that needs nothing around it: no style sheet, no custom properties, no hooks for a pointer. Its
 * letters stay letters. With `lit`, what stands for anything else steps back, as on the screen.
 */
export function plainChart(
  node: Element,
  { theme, typeSize, lit = null }: { theme: ColourTheme; typeSize: number; lit?: ReadonlySet<string> | null },
): string {
  const { ownerDocument } = node;
  const known = variables(theme);
  const { paper, muted } = PAGE_COLOURS[theme];
  for (const style of [...node.querySelectorAll('style')]) style.remove();
  for (const element of lit ? node.querySelectorAll('[data-key]') : [])
    if (!lit!.has(element.getAttribute('data-key') ?? '')) element.setAttribute('opacity', DIM);
  for (const element of [node, ...node.querySelectorAll('*')])
    for (const { name } of [...element.attributes])
      if (/^(data-|aria-|class$|style$)/.test(name)) element.removeAttribute(name);
  haloed(node);
  for (const name of ['width', 'height']) node.removeAttribute(name);
  node.setAttribute('font-family', FAMILY);
  node.setAttribute('font-size', String(typeSize));
  node.setAttribute('fill', muted);
  const colours = (text: string) =>
    text
      .replace(/var\(--([\w-]+)\)/g, (whole, name: string) => known[name] ?? whole)
      .replace(/color-mix\(in srgb, (#[0-9a-f]{6}) (\d+)%, transparent\)/g, (_, hex: string, share: string) =>
        over(paper, hex, Number(share) / 100),
      )
      .replaceAll('currentColor', muted);
  const markup = new ownerDocument.defaultView!.XMLSerializer().serializeToString(node);
  return markup.replace(/<[^>]*>/g, (tag) => rounded(colours(tag)));
}

/** The same as a part of a larger drawing, its top left corner at (x, y). */
export const placedChart = (markup: string, x: number, y: number): string =>
  markup
    .replace(/^<svg([^>]*)>/, (_, attributes: string) => {
      const kept = attributes.replace(/ (xmlns(:\w+)?|viewBox)="[^"]*"/g, '');
      return `<g transform="translate(${x} ${y})"${kept}>`;
    })
    .replace(/<\/svg>$/, '</g>');
