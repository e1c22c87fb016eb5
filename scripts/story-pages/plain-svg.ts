import { plainChart } from '../../src/charts/plain';
import { PAGE_COLOURS } from '../../src/domain/colour-page';
import { balanced } from '../../src/domain/picture/lines';
import { textBlock } from '../../src/domain/picture/xml';

const TITLE = 16;

/** A chart of the app on light paper, its title over it as text. */
export function plainSvg(node: Element, typeSize: number, title: string): string {
  const [, , width = 0, height = 0] = (node.getAttribute('viewBox') ?? '').split(' ').map(Number);
  const lines = balanced(title, 'serif', TITLE, width - 4);
  const head = textBlock(lines, { face: 'serif', size: TITLE, fill: PAGE_COLOURS.light.ink }, 1.2);
  const above = Math.ceil(head.height + 10);
  node.setAttribute('viewBox', `0 ${-above} ${width} ${height + above}`);
  return plainChart(node, { theme: 'light', typeSize }).replace(
    '</svg>',
    `<g text-anchor="start">${head.draw(2, -above)}</g></svg>`,
  );
}
