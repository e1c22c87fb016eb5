import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { CARD } from '../data-build/social-tags';
import { drawPicture } from '../src/domain/picture';
import { pictureOfView } from '../src/domain/picture-view';
import { withNotes } from '../src/domain/png-text';
import { sentencesOf } from '../src/domain/sentence';
import type { Geography, Manifest, Table } from '../src/model/manifest';
import type { Shapes } from '../src/model/shapes';
import { launch } from './browser';

/**
 * Draws public/social-card.png, the picture beside a shared link, from the built data: the default view at 1,200 × 630. Networks take
 * no SVG and Node has no rasteriser, so it is made with the Chromium of the tests and committed; tests/social-card.test.ts says when it
 * has to be made again. Run `npm run data` first, then `npx tsx scripts/social-card.ts`.
 */
const FONTS = [
  ['Titillium Web', 400, '@fontsource/titillium-web/files/titillium-web-latin-400-normal.woff2'],
  ['Titillium Web', 600, '@fontsource/titillium-web/files/titillium-web-latin-600-normal.woff2'],
  ['Lora', 600, '@fontsource/lora/files/lora-latin-600-normal.woff2'],
] as const;

function cardSvg(): { svg: string; edition: string } {
  const read = <T>(path: string): T => JSON.parse(readFileSync(`public/data/${path}`, 'utf8')) as T;
  const manifest = read<Manifest>('manifest.json');
  const { indicator, level, period } = manifest.defaultView;
  const summary = manifest.indicators.find((s) => s.id === indicator)!;
  const table = read<Table>(summary.table.path);
  const geography = read<Geography>(manifest.geography.path);
  const shapes = Object.fromEntries(
    [level, 'zona', 'quartiere', 'citta', 'comune'].map((l) => [
      l,
      read<Shapes>(manifest.files[`shapes.${l}`]!.path),
    ]),
  );
  const require = createRequire(import.meta.url);
  const css = FONTS.map(([family, weight, file]) => {
    const data = readFileSync(require.resolve(file)).toString('base64');
    return `@font-face{font-family:'${family}';font-weight:${weight};src:url(data:font/woff2;base64,${data})}`;
  }).join('');
  const view = { lang: 'it', summary, table, geography, level, period, area: null } as const;
  const input = pictureOfView({
    ...view,
    theme: 'light',
    width: CARD.width,
    height: CARD.height,
    shapes,
    sentences: sentencesOf(view),
    kicker: manifest.themes.find((t) => t.id === summary.theme)?.title.it ?? '',
    edition: manifest.edition,
    css,
  });
  return { svg: drawPicture(input), edition: manifest.edition };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { svg, edition } = cardSvg();
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: CARD.width, height: CARD.height } });
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
    await page.evaluate(() => document.fonts.ready);
    const png = await page.screenshot({ type: 'png' });
    writeFileSync(
      `public/${CARD.file}`,
      withNotes(png, { Title: 'Atlante urbano di Bologna', Edition: edition }),
    );
    console.log(`public/${CARD.file}: edition ${edition}`);
  } finally {
    await browser.close();
  }
}
