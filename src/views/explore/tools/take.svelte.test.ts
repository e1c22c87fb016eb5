import { cleanup, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { summaryOf, tableOf, testGeography } from '../../../domain/testing';
import type { Level } from '../../../model/ids';
import type { Shapes } from '../../../model/shapes';
import ChartsAndTake from '../testing/ChartsAndTake.svelte';
import { onStage, stagedAtlas } from '../testing/stage';
import Take from './take.svelte';

// The whole tool is mounted and asked by role: slow in jsdom on a busy machine, not in a browser.
vi.setConfig({ testTimeout: 30_000 });

const shapes = (level: Level): Shapes => ({
  schemaVersion: 1,
  level,
  width: 1800,
  height: 1000,
  bounds: [10.99, 43.99, 11.04, 44.03],
  paths: (testGeography.levels[level] ?? []).map(({ code }, i) => ({
    code,
    d: `M${i * 200} 100l100 0 0 100-100 0z`,
  })),
});
const files = Object.fromEntries(
  (['area', 'zona', 'quartiere', 'citta'] as const).map((level) => [`shapes.${level}`, shapes(level)]),
);
const table = tableOf({
  area: {
    '2010': [1, 2, 3, 4, 5, 6, 7, 8],
    '2021': [10, 20, 30, 40, { missing: 'suppressed' }, 60, 70, 80],
  },
});
table.levels.area!.breaks = [25, 50];
const summary = summaryOf({ levels: ['area'], periods: ['2010', '2021'] });

/** Files handed to the reader: name and text. */
const saved: { name: string; blob: Blob }[] = [];
const textOf = (blob: Blob): Promise<string> =>
  new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result as string);
    reader.readAsText(blob);
  });
beforeEach(() => {
  saved.length = 0;
  let last: Blob | null = null;
  URL.createObjectURL = (blob) => {
    last = blob as Blob;
    return 'blob:x';
  };
  URL.revokeObjectURL = () => undefined;
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, blob: last! });
  });
});
afterEach(cleanup);

const stage = async (query: string) => {
  const { atlas } = await stagedAtlas({ indicators: [[summary, table]], files }, query);
  onStage(atlas, Take);
  await screen.findByRole('img', { name: /65/ });
  return atlas;
};

it('shows the picture before it is taken, in the format and look chosen', async () => {
  await stage('?a=4');
  const picture = () => screen.getByRole('img', { name: /65/ });
  expect(picture().getAttribute('viewBox')).toBe('0 0 960 540');
  expect(picture().innerHTML).toContain('Via 4');
  const user = userEvent.setup();
  await user.click(screen.getByRole('radio', { name: 'Quadrato' }));
  expect(picture().getAttribute('viewBox')).toBe('0 0 540 540');
  const look = screen.getAllByRole('radio', { name: 'Notte' })[0]!;
  await user.click(look);
  expect(picture().innerHTML).toContain('#14161a');
  expect(screen.getByText('1080 × 1080 pixel')).toBeTruthy();
});

it('gives the figures with reason, class, legend, source and citation', async () => {
  await stage('?p=2021');
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'CSV' }));
  await user.click(screen.getByRole('button', { name: 'CSV per Excel italiano' }));
  expect(saved.map((s) => s.name)).toEqual([
    'atlante-bologna_residenti-di-65-anni-e-oltre_area_2021_2026-01-01.csv',
    'atlante-bologna_residenti-di-65-anni-e-oltre_area_2021_excel_2026-01-01.csv',
  ]);
  const lines = (await textOf(saved[0]!.blob)).split('\r\n');
  expect(lines[0]).toBe('level,code,name,period,Residenti di 65 anni e oltre (%),status,class');
  expect(lines.slice(1, 9)).toContain('area,3,Via 3,2021,30,value,2');
  expect(lines.slice(1, 9)).toContain('area,5,Via 5,2021,,suppressed,');
  const notes = lines.slice(9).join('\n');
  for (const said of [
    '# Titolo: Residenti di 65 anni e oltre, 2021',
    '1 meno di 25%',
    'CC BY 4.0',
    '# Citazione: ',
  ])
    expect(notes).toContain(said);
  expect(await textOf(saved[1]!.blob)).toContain('area;3;Via 3;2021;30;value;2');
});

it('hands out a short link, its QR code, a citation and a frame for another page', async () => {
  const atlas = await stage('?a=4&p=2010&theme=dark');
  const link = screen.getByLabelText<HTMLTextAreaElement>('Link a questa vista');
  expect(link.value).toBe('http://localhost:3000/?p=2010&a=4');
  expect(screen.getByRole('img', { name: `Codice QR che apre ${link.value}`, hidden: true })).toBeTruthy();
  expect(screen.getByLabelText<HTMLTextAreaElement>('Citazione').value).toContain(link.value);
  const code = screen.getByLabelText<HTMLTextAreaElement>('Codice per un sito');
  const frame = new DOMParser().parseFromString(code.value, 'text/html').querySelector('iframe')!;
  expect(frame.src).toBe('http://localhost:3000/?p=2010&a=4&mode=embed');
  expect(frame.title).toBe(atlas.sentences?.title);
  expect(frame.getAttribute('loading')).toBe('lazy');
  const user = userEvent.setup();
  await user.click(screen.getByRole('radio', { name: 'Inglese', hidden: true }));
  expect(code.value).toContain('lang=en&amp;mode=embed');
  expect(code.value).toContain('title="Residents aged 65 and over');
});

it('copies, and where it may not, selects the text and says so', async () => {
  await stage('');
  const user = userEvent.setup();
  const button = screen.getByRole('button', { name: 'Copia: Link a questa vista' });
  await user.click(button);
  expect(await navigator.clipboard.readText()).toBe('http://localhost:3000/');
  expect(screen.getByText('Copiato')).toBeTruthy();
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no'));
  await user.click(button);
  expect(screen.getByText(/usa Ctrl\+C/)).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText('Link a questa vista'));
});

it('offers the series with its length, and says why there is no film here', async () => {
  await stage('');
  expect(await screen.findByText(/https|WebCodecs/)).toBeTruthy();
  expect(screen.getByRole('button', { name: /GIF animata.*4,0 secondi/ })).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Video/ })).toBeNull();
});

/** Texts of a drawing that are read, not halos. */
const textsOf = (svg: string): string[] =>
  [...new DOMParser().parseFromString(svg, 'text/html').querySelectorAll('text:not([aria-hidden])')].map(
    (text) => (text.textContent ?? '').replaceAll('\u00a0', ' '),
  );

describe('the chart on screen', () => {
  const years = Array.from({ length: 12 }, (_, i) => String(2010 + i));
  const long = tableOf({
    citta: Object.fromEntries(years.map((year, i) => [year, [20 + i / 2]])),
    area: Object.fromEntries(
      years.map((year, i) => [
        year,
        [...[1, 2, 3, 4, 5, 6, 7].map((at) => at * 4 + (i * at) / 10), { missing: 'suppressed' as const }],
      ]),
    ),
  });
  long.levels.area!.breaks = [15, 30];
  const data = {
    indicators: [[summaryOf({ levels: ['citta', 'area'], periods: years }), long] as const],
    files,
  };
  const charted = async (query: string) => {
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(800);
    vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener() {}, removeEventListener() {} }));
    vi.stubGlobal(
      'ResizeObserver',
      class {
        observe() {}
        unobserve() {}
        disconnect() {}
      },
    );
    const { atlas } = await stagedAtlas(data, query);
    const { container } = onStage(atlas, ChartsAndTake);
    const picture = () => container.querySelector('.preview svg')?.outerHTML ?? '';
    await vi.waitFor(() => expect(picture()).toContain('<text'), { timeout: 10_000 });
    return { atlas, picture };
  };
  afterEach(() => vi.unstubAllGlobals());

  it('is the picture: title, sentence, axis, source and the chosen area as text', async () => {
    const { picture } = await charted('?l=area&a=4&v=charts&g=series');
    const words = textsOf(picture());
    for (const said of ['2016', 'Via 4', 'Bologna', 'Aree statistiche']) expect(words).toContain(said);
    expect(words.join(' ')).toMatch(/Residenti di 65 anni e oltre, anno per anno/);
    expect(words.join(' ')).toMatch(/Fonte: .*Licenza: .*edizione/);
    expect(picture()).not.toMatch(/var\(|color-mix|data-key/);
    // The map is not drawn under it.
    expect(picture()).not.toContain('data-code');
  });

  it('follows the choice of chart and of what stands in it, in the look asked for', async () => {
    const { picture } = await charted('?l=area&a=4&v=charts&g=spread');
    expect(textsOf(picture()).join(' ')).toContain('come si distribuiscono');
    const user = userEvent.setup();
    expect(textsOf(picture())).not.toContain('Savena');
    await user.click(screen.getByRole('radio', { name: 'Per quartiere' }));
    await vi.waitFor(() => expect(textsOf(picture())).toContain('Savena'));
    await user.click(screen.getAllByRole('radio', { name: 'Notte' })[0]!);
    await vi.waitFor(() => expect(picture()).toContain('#14161a'));
    expect(picture()).not.toContain('#faf7f2');
  });

  it('names what stays bright and says what has no dot', async () => {
    const { picture } = await charted('?l=area&u=nM&v=charts&g=spread');
    expect(textsOf(picture()).join(' ')).toMatch(
      /In evidenza: Via 2 e Via 3\. Senza punto: riservato \(1 area statistica\)\./,
    );
    expect(picture().match(/<circle[^>]* opacity="0.22"/g)).toHaveLength(5);
  });

  it('is saved under a name that says it is a chart', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(new Uint8Array([1]))));
    await charted('?l=area&v=charts&g=series');
    await userEvent.setup().click(screen.getAllByRole('button', { name: /^SVG.*vettoriale/ })[0]!);
    await vi.waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]!.name).toMatch(/anno-per-anno_area_2021_grafico-16-9_/);
  });
});

describe('a comparison', () => {
  it('is both maps, each with its date and value, under the change between them', async () => {
    await stage('?p=2021&c=side&q=2010&a=4');
    const picture = screen.getByRole('img', { name: /65/ }).outerHTML;
    const words = textsOf(picture);
    expect(words.filter((text) => /^20(10|21)$/.test(text))).toEqual(['2010', '2021']);
    expect(words).toContain('Via 4 4,0%');
    expect(words).toContain('Via 4 40,0%');
    expect(words.join(' ')).toContain('2010 e 2021');
    expect(words.join(' ')).toMatch(/è salito dal 4,0% al 40,0%/);
    expect(picture.match(/data-code="4"/g)).toHaveLength(2);
    expect(screen.queryByText(/mappa principale/)).toBeNull();
  });
});
