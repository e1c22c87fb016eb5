import { describe, expect, test } from 'vitest';
import { FORMATS } from '../picture';
import { drawChartPicture, type ChartKeyLook, type ChartRoom } from '../picture-chart';
import { overlapping, strayTexts, textBoxes } from './testing';
import { stack, textBlock } from './xml';

const words = {
  kicker: 'Elezioni',
  title:
    'Politiche 2022 (Camera): Partito Democratico – Italia Democratica e Progressista: come si distribuiscono le aree statistiche, 2022',
  finding:
    'Tra le 80 aree statistiche quella di mezzo ha il 33,0%; metà di esse sta tra il 29,9% e il 35,1%.',
  alt: 'Grafico',
  source: 'Fonte: Comune di Bologna. Licenza: CC BY 4.0. Dati dell’edizione del 23 novembre 2026.',
  url: 'example.org/?i=elections.chamber2022_pd&v=charts&g=spread',
  atlas: 'Atlante urbano di Bologna',
};
function drawn(size: { width: number; height: number }, lines = 2) {
  const asked: { room?: ChartRoom; keys: ChartKeyLook[] } = { keys: [] };
  const svg = drawChartPicture({
    lang: 'it',
    theme: 'light',
    ...size,
    words,
    key: (look) => {
      asked.keys.push(look);
      const type = { face: 'sans', size: 11.5 * look.unit, fill: '#000000' } as const;
      const notes = Array.from({ length: look.full ? lines : 1 }, (_, i) => `Nota ${i + 1}`);
      return stack([textBlock(notes, type)]);
    },
    chart: (room) => {
      asked.room = room;
      const { x, y, width, height } = room;
      return `<rect class="chart" x="${x}" y="${y}" width="${width}" height="${height}"/>`;
    },
  });
  return { svg, room: asked.room! };
}

describe.each(Object.entries(FORMATS))('a chart in the frame of a picture (%s)', (_, size) => {
  test('has title, finding, key, source and address as text that lies on nothing', () => {
    const { svg, room } = drawn(size);
    const boxes = textBoxes(svg);
    const all = boxes.map(({ text }) => text).join(' ');
    for (const said of ['Politiche 2022', 'quella di mezzo', 'Nota 1', 'Licenza: CC BY 4.0', 'example.org'])
      expect(all).toContain(said);
    expect(strayTexts(svg, size)).toEqual([]);
    expect(overlapping(svg)).toEqual([]);
    const under = boxes.filter(
      (t) =>
        t.x < room.x + room.width &&
        room.x < t.x + t.width &&
        t.y < room.y + room.height &&
        room.y < t.y + t.height,
    );
    expect(under).toEqual([]);
  });

  test('keeps the margins, and room enough to be read', () => {
    const { room } = drawn(size);
    expect(room.x).toBeGreaterThanOrEqual(20);
    expect(room.x + room.width).toBeLessThanOrEqual(size.width - 20);
    expect(room.y).toBeGreaterThanOrEqual(20);
    expect(room.y + room.height).toBeLessThanOrEqual(size.height - 20);
    expect(room.height).toBeGreaterThan(size.height * 0.4);
  });

  test('notes on method give way to the chart, others stay', () => {
    const notes = (lines: number) =>
      textBoxes(drawn(size, lines).svg).filter(({ text }) => text.startsWith('Nota')).length;
    expect(notes(2)).toBe(2);
    expect(notes(30)).toBe(1);
    expect(drawn(size, 30).room.height).toBeGreaterThan(size.height * 0.4);
  });
});
