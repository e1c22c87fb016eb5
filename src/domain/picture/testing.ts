import { textWidth, type Face } from './lines';

/** For tests: where the texts of a drawn picture stand. */
interface Placed {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

const attribute = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
const plain = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** Boxes of all texts but halos: from the top of capitals to the foot of descenders. */
export function textBoxes(svg: string): Placed[] {
  return [...svg.matchAll(/(<text[^>]*>)([^<]*)<\/text>/g)].flatMap(([, tag, inner]) => {
    if (tag!.includes('aria-hidden')) return [];
    const size = Number(attribute(tag!, 'font-size'));
    const bold = attribute(tag!, 'font-weight') === '600';
    const face: Face = attribute(tag!, 'font-family')!.startsWith('Lora') ? 'serif' : bold ? 'bold' : 'sans';
    const text = plain(inner!);
    const width = textWidth(text, face, size);
    const x = Number(attribute(tag!, 'x')) - (attribute(tag!, 'text-anchor') === 'middle' ? width / 2 : 0);
    return [{ text, x, y: Number(attribute(tag!, 'y')) - size * 0.72, width, height: size * 0.92 }];
  });
}

/** Texts that are not wholly inside the picture. */
export const strayTexts = (svg: string, { width, height }: { width: number; height: number }): string[] =>
  textBoxes(svg)
    .filter((t) => t.x < -0.01 || t.y < 0 || t.x + t.width > width + 0.01 || t.y + t.height > height)
    .map((t) => t.text);

/** Pairs of texts of which one lies on the other. */
export function overlapping(svg: string): string[] {
  const all = textBoxes(svg);
  return all.flatMap((a, i) =>
    all
      .slice(i + 1)
      .filter(
        (b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height,
      )
      .map((b) => `${a.text} / ${b.text}`),
  );
}
