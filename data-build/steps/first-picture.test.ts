import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openEdition } from '../edition-reader';
import { findIndicators } from './indicators';
import { buildFirstPicture, classOf } from './first-picture';
import { buildGeography, levelShapes } from './geography';
import { DEFAULT } from './plan';
import { buildTable, levelsOf, periodsOf } from './tables';

describe('first picture', async () => {
  const edition = openEdition(resolve('data-build/edition'));
  const shapes = levelShapes(edition);
  const geography = buildGeography(shapes);
  const indicator = (await findIndicators(resolve('data-build/indicators'))).find(
    ({ id }) => id === DEFAULT.indicator,
  )!;
  const cells = indicator.compute(edition, geography);
  const { id, theme, title, question, measure, unit, ramp } = indicator;
  const table = { path: 'x', bytes: 1, sha256: '' };
  const summary = {
    id,
    theme,
    title,
    question,
    measure,
    unit,
    ramp,
    levels: levelsOf(cells),
    periods: periodsOf(cells),
    table,
  };
  const picture = buildFirstPicture({
    shapes: shapes.find(({ level }) => level === 'area')!,
    summary,
    table: buildTable(indicator, cells, geography, []),
    geography,
    period: '2021',
  });

  it('draws every area once, with a class and no colour of its own', () => {
    const codes = [...picture.svg.matchAll(/data-code="(\d+)"/g)].map(([, code]) => code);
    expect(codes).toEqual(geography.levels.area!.map(({ code }) => code));
    expect([...picture.svg.matchAll(/<path class="(b[0-4]|m[snux])"/g)]).toHaveLength(90);
    expect(picture.svg).not.toMatch(/fill=|style=|d=""/);
  });

  it('fits 14 kB on the wire', () => {
    expect(gzipSync(picture.svg, { level: 9 }).length).toBeLessThan(14_000);
  });

  it('spans exactly the city in Web Mercator', () => {
    const [west, south, east, north] = picture.bounds;
    geography.levels.citta![0]!.bbox.forEach((degrees, i) =>
      expect(picture.bounds[i]).toBeCloseTo(degrees, 5),
    );
    const y = (lat: number) => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
    const aspect = ((east - west) * Math.PI) / 180 / (y(north) - y(south));
    expect(picture.width / picture.height).toBeCloseTo(aspect, 2);
    const numbers = [...picture.svg.matchAll(/M(-?\d+) (-?\d+)/g)].map(([, px, py]) => [
      Number(px),
      Number(py),
    ]);
    for (const [px, py] of numbers) {
      expect(px).toBeGreaterThanOrEqual(0);
      expect(px).toBeLessThanOrEqual(picture.width);
      expect(py).toBeGreaterThanOrEqual(0);
      expect(py).toBeLessThanOrEqual(picture.height);
    }
  });

  it('speaks both languages and labels every class', () => {
    for (const lang of ['it', 'en'] as const) {
      expect(picture.texts[lang].title).toContain('2021');
      expect(picture.texts[lang].finding.length).toBeGreaterThan(40);
    }
    expect(picture.legend.classes).toHaveLength(5);
  });

  it('gives missing cells a class for their reason', () => {
    expect(classOf({ missing: 'suppressed' }, [])).toBe('ms');
    expect(classOf({ missing: 'unreliable' }, [])).toBe('mu');
    expect(classOf({ value: 3 }, [1, 3])).toBe('b2');
  });
});
