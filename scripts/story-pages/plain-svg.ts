import { PAGE_COLOURS } from '../../src/domain/colour-page';
import { balanced } from '../../src/domain/picture/lines';
import { textBlock } from '../../src/domain/picture/xml';

const { paper, ink, muted, hairline, strongLine, accent } = PAGE_COLOURS.light;
/** The app's custom properties on light paper; charts are drawn with them so that on a screen they follow the theme. */
const VARIABLES: Record<string, string> = {
  paper,
  ink,
  muted,
  hairline,
  accent,
  'strong-line': strongLine,
  'paper-2': '#f3ede3',
};
const TITLE = 16;
const FAMILY = "'Titillium Web', 'Segoe UI', 'Helvetica Neue', sans-serif";

const channels = (hex: string): number[] => [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16));

/** A colour laid thinly over paper, as one that covers: drawing programs know no mixing. */
function overPaper(hex: string, share: number): string {
  const under = channels(paper);
  const mixed = channels(hex).map((c, i) => Math.round(c * share + under[i]! * (1 - share)));
  return `#${mixed.map((c) => c.toString(16).padStart(2, '0')).join('')}`;
}

const colours = (text: string): string =>
  text
    .replace(/var\(--([\w-]+)\)/g, (whole, name: string) => VARIABLES[name] ?? whole)
    .replace(/color-mix\(in srgb, (#[0-9a-f]{6}) (\d+)%, transparent\)/g, (_, hex: string, share: string) =>
      overPaper(hex, Number(share) / 100),
    )
    .replaceAll('currentColor', muted);

/** Binary dust differs between machines and says nothing. */
const rounded = (tag: string): string =>
  tag.replace(/-?\d+\.\d{2,}(e-\d+)?/g, (number) => String(Math.round(Number(number) * 100) / 100 || 0));

/**
 * A chart of the app as a drawing that needs nothing around it: no style sheet, no custom properties, no hooks for a pointer. Its
 * letters stay letters.
 */
export function plainSvg(node: Element, typeSize: number, title: string): string {
  const { ownerDocument } = node;
  for (const style of [...node.querySelectorAll('style')]) style.remove();
  for (const element of [node, ...node.querySelectorAll('*')])
    for (const { name } of [...element.attributes])
      if (/^(data-|aria-|class$|style$)/.test(name)) element.removeAttribute(name);
  for (const name of ['width', 'height']) node.removeAttribute(name);
  node.setAttribute('font-family', FAMILY);
  node.setAttribute('font-size', String(typeSize));
  node.setAttribute('fill', muted);
  const [, , width = 0, height = 0] = (node.getAttribute('viewBox') ?? '').split(' ').map(Number);
  const lines = balanced(title, 'serif', TITLE, width - 4);
  const head = textBlock(lines, { face: 'serif', size: TITLE, fill: ink }, 1.2);
  const above = Math.ceil(head.height + 10);
  node.setAttribute('viewBox', `0 ${-above} ${width} ${height + above}`);
  const markup = new ownerDocument.defaultView!.XMLSerializer().serializeToString(node);
  return markup
    .replace(/<[^>]*>/g, (tag) => rounded(colours(tag)))
    .replace('</svg>', `<g text-anchor="start">${head.draw(2, -above)}</g></svg>`);
}
