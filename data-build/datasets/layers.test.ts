import { readFileSync } from 'node:fs';
import { feature } from 'topojson-client';
import type { Feature, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import type { Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { InputError, type RefreshContext } from '../model';
import { dataset as cyclePaths } from './cycle-paths';

/** The committed line and zone layers, as the tiles will read them. */
function layer<G extends MultiLineString | Polygon | MultiPolygon, P>(id: string): Feature<G, P>[] {
  const url = new URL(`../edition/${id}/${id}.topojson`, import.meta.url);
  const topology = JSON.parse(readFileSync(url, 'utf8')) as Topology;
  const { features } = feature(topology, topology.objects[id]!) as unknown as { features: Feature<G, P>[] };
  return features;
}
/** The city with a margin: ramps and motorways leave it by a few hundred metres. */
const inside = ([x, y]: Position): boolean => x! > 11.2 && x! < 11.46 && y! > 44.4 && y! < 44.58;

describe('streets', () => {
  const streets = layer<MultiLineString, { code: string; name: string; rank: number }>('streets');
  const rankOf = (name: string): number | undefined =>
    streets.find((s) => s.properties.name === name)?.properties.rank;

  it('are each there once, within the city', () => {
    expect(new Set(streets.map((s) => s.properties.code)).size).toBe(streets.length);
    expect(streets.every((s) => s.geometry.coordinates.flat().every(inside))).toBe(true);
  });

  it('have ranks that read as a map: few first, many last', () => {
    const count = [1, 2, 3, 4].map((rank) => streets.filter((s) => s.properties.rank === rank).length);
    expect([...count].sort((a, b) => a - b)).toEqual(count);
    expect(count[1]! / streets.length).toBeLessThan(0.1);
    expect(rankOf('Tangenziale San Lazzaro-Casalecchio')).toBe(1);
    for (const name of [
      'Via Emilia Ponente',
      'Via Stalingrado',
      'Viale Dodici Giugno',
      'Viale Carlo Pepoli',
      'Ponte Riccardo Bacchelli',
    ]) {
      expect(rankOf(name), name).toBe(2);
    }
    expect(rankOf('Via dei Colli')).toBe(3);
    expect(rankOf('Piazza Maggiore')).toBe(4);
  });

  it('carry names that do not shout and do not stop at an apostrophe', () => {
    const names = streets.map((s) => s.properties.name);
    expect(names.filter((name) => name === '')).toHaveLength(1);
    expect(names.filter((name) => /[a-z][A-Z]|[àèéìòù][A-Z]|\b(?![IVXL]+\b)[A-Z]{4,}\b/.test(name))).toEqual(
      [],
    );
    expect(names.filter((name) => /'(?= |$)/.test(name) && !/\b([Dd]e|Ca)'/.test(name))).toEqual([]);
  });
});

describe('cycle paths', () => {
  it('add up to the published 240 km', () => {
    const paths = layer<MultiLineString, { length_m: number }>('cycle-paths');
    const metres = paths.reduce((sum, p) => sum + p.properties.length_m, 0);
    expect(Math.round(metres / 1000)).toBe(240);
    expect(paths.every((p) => p.geometry.coordinates.flat().every(inside))).toBe(true);
  });

  const path = (properties: Record<string, unknown>) => ({
    type: 'Feature',
    geometry: {
      type: 'LineString',
      coordinates: [
        [11.3, 44.5],
        [11.31, 44.5],
      ],
    },
    properties: {
      codice: 7,
      anno: '2022',
      duso: 'Ciclabile',
      dtipologia2: null,
      length: 12.5,
      ...properties,
    },
  });
  const run = async (...features: unknown[]) =>
    cyclePaths.refresh({
      read: () => new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features })),
    } as unknown as RefreshContext);

  it('joins stretches of one code and kind, and adds their lengths', async () => {
    const { topologies } = await run(
      path({}),
      path({ length: 7.5 }),
      path({ duso: 'Percorso naturalistico' }),
    );
    const { objects } = topologies!['cycle-paths'] as Topology;
    const { geometries } = objects['cycle-paths'] as unknown as { geometries: { properties: unknown }[] };
    expect(geometries.map((g) => g.properties)).toEqual([
      { code: '7', kind: 'cycle-path', form: '', opened: '2022', length_m: 20 },
      { code: '7', kind: 'nature-trail', form: '', opened: '2022', length_m: 13 },
    ]);
  });

  it.each([
    ['an unknown kind', { duso: 'Volante' }, '[features[0].duso]: expected one of "Ciclabile"'],
    ['a negative length', { length: -1 }, '[features[0].length]: expected metres up to 10000, found -1.'],
    ['a year that is none', { anno: 'prima' }, '[features[0].anno]: expected text like'],
  ])('stops at %s', async (_, properties, message) => {
    const error = await run(path(properties)).then(
      () => undefined,
      (e: unknown) => e as Error,
    );
    expect(error).toBeInstanceOf(InputError);
    expect(error!.message).toContain(message);
  });
});

describe('ztl', () => {
  const zones = layer<Polygon | MultiPolygon, { code: string; kind: string; area_m2: number }>('ztl');
  const rings = (g: Polygon | MultiPolygon): Position[][] =>
    g.type === 'Polygon' ? g.coordinates : g.coordinates.flat();

  it('are 14, one of them Area T', () => {
    expect(zones).toHaveLength(14);
    expect(zones.filter((z) => z.properties.kind === 'area-t').map((z) => z.properties.code)).toEqual(['41']);
    expect(zones.every((z) => rings(z.geometry).flat().every(inside))).toBe(true);
  });

  it('have the published size within 2 %', () => {
    const east = Math.cos((44.5 * Math.PI) / 180) * 111_413;
    const size = (ring: Position[]): number =>
      Math.abs(ring.slice(1).reduce((s, b, i) => s + (ring[i]![0]! * b[1]! - b[0]! * ring[i]![1]!), 0) / 2) *
      east *
      111_132;
    for (const zone of zones) {
      const polygons =
        zone.geometry.type === 'Polygon' ? [zone.geometry.coordinates] : zone.geometry.coordinates;
      const area = polygons.reduce(
        (sum, [outer, ...holes]) => sum + size(outer!) - holes.reduce((h, r) => h + size(r), 0),
        0,
      );
      expect(Math.abs(area / zone.properties.area_m2 - 1), zone.properties.code).toBeLessThan(0.02);
    }
  });
});
