/** The only import of the QR library; it comes with what first shows a code. */
import { create } from 'qrcode';
import { escapeXml } from '../domain/xml';

/** Modules of quiet ground a reader needs on each side (ISO/IEC 18004, 6.3.8). */
const QUIET = 4;

export interface QrSquare {
  /** Modules across, quiet ground included: the side of the view box. */
  side: number;
  /** Dark modules, one unit each. */
  path: string;
}

/** A text as a QR code, at the level that survives a crease (M, 15 %). Throws on a text beyond 2,331 bytes. */
export function qrSquare(text: string): QrSquare {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  let path = '';
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      if (!data[y * size + x]) continue;
      let run = 1;
      while (x + run < size && data[y * size + x + run]) run++;
      path += `M${x + QUIET} ${y + QUIET}h${run}v1h-${run}z`;
      x += run;
    }
  return { side: size + 2 * QUIET, path };
}

/** The code as a file: always dark on light, whatever the theme, since readers expect it so. */
export function qrSvg(text: string, title: string): string {
  const { side, path } = qrSquare(text);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side * 8}" height="${side * 8}" ` +
    `role="img" shape-rendering="crispEdges"><title>${escapeXml(title)}</title>` +
    `<rect width="${side}" height="${side}" fill="#ffffff"/><path d="${path}" fill="#000000"/></svg>`
  );
}
