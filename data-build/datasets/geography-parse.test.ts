import { describe, expect, it } from 'vitest';
import { InputError, type RefreshContext } from '../model';
import { dataset } from './geography';

const AREAS = 'boundaries/aree-statistiche.geojson';
const PROSSIMITA = 'boundaries/zone_urbanistiche.geojson';
const COMUNI = 'boundaries/limits_P_37_municipalities.geojson';

interface F {
  type: 'Feature';
  geometry: { type: 'Polygon'; coordinates: number[][][] };
  properties: Record<string, unknown>;
}
type Layers = Record<string, F[]>;

const square = (i: number, side = 0.01): F['geometry'] => {
  const x = 11.2 + (i % 10) * side;
  const y = 44.4 + Math.floor(i / 10) * side;
  return {
    type: 'Polygon',
    coordinates: [
      [
        [x, y],
        [x + side, y],
        [x + side, y + side],
        [x, y + side],
        [x, y],
      ],
    ],
  };
};
const feature = (i: number, properties: Record<string, unknown>): F => ({
  type: 'Feature',
  geometry: square(i),
  properties,
});

/** An invented city: 90 squares; area i belongs to zona i mod 18, whose quartiere is zona mod 6; 25 prossimità nest in quartieri. */
function layers(): Layers {
  const zone = [...'ABCDEFGHILMNOPQRST'];
  const quartiere = (i: number): number => 11 + (i % 6);
  const prossimita = (i: number): number => (i % 24 === 0 && i > 70 ? 24 : i % 24);
  const areas = Array.from({ length: 90 }, (_, i) =>
    feature(i, {
      codice_area_statistica: i + 1,
      area_statistica: `AREA ${i + 1}`,
      cod_quar: quartiere(i),
      quartiere: `Quartiere ${quartiere(i)}`,
      cod_zona: zone[i % 18],
      zona: `Zona ${(i % 18) + 1}`,
    }),
  );
  const groups = Array.from({ length: 25 }, (_, z) => {
    const members = areas.map((_, i) => i).filter((i) => prossimita(i) === z);
    const slots = Object.fromEntries(
      [1, 2, 3, 4, 5, 6].map((n) => [
        `areastat${n}`,
        members[n - 1] === undefined ? null : `Area ${members[n - 1]! + 1}`,
      ]),
    );
    return feature(z, {
      cod_zona_prossimita: String(z + 1),
      zona_prossimita: `Prossimita ${z + 1}`,
      cod_quar: String(quartiere(z % 24)),
      ...slots,
    });
  });
  const comuni = Array.from({ length: 55 }, (_, i) =>
    feature(i, { com_istat_code: `037${String(i + 1).padStart(3, '0')}`, name: `Comune ${i + 1}` }),
  );
  return { [AREAS]: areas, [PROSSIMITA]: groups, [COMUNI]: comuni };
}

const context = (files: Layers) =>
  ({
    read: (path: string) =>
      new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features: files[path] })),
  }) as unknown as RefreshContext;
const run = async (files: Layers) => dataset.refresh(context(files));

describe('geography', () => {
  it('writes the hierarchy in the order of area codes', async () => {
    const files = layers();
    files[AREAS]!.reverse();
    const { rows } = (await run(files)).tables!['hierarchy']!;
    const sorted = (await run(layers())).tables!['hierarchy']!.rows;
    expect(rows).toEqual(sorted);
    expect(rows[0]).toEqual(['1', 'Area 1', 'A', 'Zona 1', '11', 'Quartiere 11', '1', 'Prossimita 1']);
  });

  it.each<[string, (l: Layers) => void, string]>([
    [
      'an area nobody groups',
      (l) => (l[PROSSIMITA]![0]!.properties['areastat1'] = 'Area 991'),
      `${AREAS} [features[0].area_statistica]: expected an area listed in ${PROSSIMITA}, found AREA 1.`,
    ],
    [
      'an area grouped twice',
      (l) => (l[PROSSIMITA]![1]!.properties['areastat6'] = 'AREA 1'),
      `${PROSSIMITA} [features[1].areastat6]: expected each area in one zona di prossimità, found AREA1 twice.`,
    ],
    [
      'a group in another quartiere',
      (l) => (l[PROSSIMITA]![2]!.properties['cod_quar'] = '16'),
      `${AREAS} [features[2].cod_quar]: expected quartiere 16 of Prossimita 3, found 13.`,
    ],
    [
      'a zona in two quartieri',
      (l) => (l[AREAS]![18]!.properties['cod_zona'] = 'B'),
      `${AREAS} [quartiere]: expected one quartiere for zona B, found 12 and 11.`,
    ],
    [
      'a zona of two names',
      (l) => (l[AREAS]![18]!.properties['zona'] = 'Zona X'),
      `${AREAS} [zona_name]: expected one zona_name for zona A, found Zona 1 and Zona X.`,
    ],
    ['an area missing', (l) => l[AREAS]!.pop(), `${AREAS} [area]: expected 90 codes, found 89 in 89 rows.`],
    [
      'a code twice',
      (l) => (l[AREAS]![1]!.properties['codice_area_statistica'] = 1),
      `${AREAS} [area]: expected 90 codes, found 89 in 90 rows.`,
    ],
    [
      'a code out of range',
      (l) => (l[AREAS]![1]!.properties['codice_area_statistica'] = 91),
      `${AREAS} [features[1].codice_area_statistica]: expected text like`,
    ],
    [
      'a comune missing',
      (l) => l[COMUNI]!.pop(),
      `${COMUNI} [com_istat_code]: expected 55 comuni, found 54 codes in 54 features.`,
    ],
    [
      'a comune of another province',
      (l) => (l[COMUNI]![3]!.properties['com_istat_code'] = '038001'),
      `${COMUNI} [features[3].com_istat_code]: expected text like`,
    ],
    [
      'swapped axes',
      (l) => (l[AREAS]![0]!.geometry.coordinates = [square(0).coordinates[0]!.map(([x, y]) => [y!, x!])]),
      `${AREAS} [features[0].geometry]: expected [lon, lat] in WGS84`,
    ],
  ])('stops at %s', async (_, spoil, message) => {
    const files = layers();
    spoil(files);
    const error = await run(files).then(
      () => undefined,
      (e: unknown) => e as Error,
    );
    expect(error).toBeInstanceOf(InputError);
    expect(error!.message).toContain(message);
  });
});
