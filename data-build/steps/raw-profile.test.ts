import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { profileRaw } from './raw-profile';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const csv = (text: string) => profileRaw('a/b.csv', bytes(text));
const geojson = (value: unknown) => profileRaw('a/b.geojson', bytes(JSON.stringify(value)));

describe('a table', () => {
  it('counts no column where a header only ends in a delimiter', () => {
    const of = (text: string) => profileRaw('x.csv', new TextEncoder().encode(text));
    expect(of('a;b;\n1;2;\n3;;\n')).toMatchObject({ columns: 2, empty: { b: 1 } });
    expect(of('a;b;\n1;2;x\n3;4;\n')).toMatchObject({ columns: 3, empty: { '#3': 1 } });
  });

  it('has rows, columns, repetitions and gaps', () => {
    expect(csv('\ufeff\ufeffarea;"two\r\nlines";n\r\n1;a;5\r\n1;a;5\r\n1;a;5\r\n2; ;6\r\n3;"";\r\n')).toEqual(
      {
        format: 'csv',
        rows: 5,
        columns: 3,
        repeated: 2,
        empty: { 'two lines': 2, n: 1 },
      },
    );
  });

  it.each([
    ['comma', 'a,"b;c;d;e",f\n1,2,\n', { f: 1 }],
    ['tab', 'a\tb\n1\t\n', { b: 1 }],
    ['bar', 'a|b\n|1\n', { a: 1 }],
    ['one column', 'a\n1\n', {}],
  ])('finds its delimiter: %s', (_name, text, empty) => {
    expect(csv(text)).toMatchObject({ rows: 1, empty });
  });

  it('tells columns without a name, or with the name of another, by their place', () => {
    expect(csv('a;a;;\n;;;\n')).toMatchObject({ columns: 3, empty: { a: 1, 'a #2': 1, '#3': 1 } });
  });

  it('takes a short row for gaps, ignores what is past the header, and skips empty lines', () => {
    expect(csv('a;b;c\n1\n\n1;2;3;4\n')).toMatchObject({ rows: 2, columns: 3, empty: { b: 1, c: 1 } });
  });

  it('counts words for nothing as filled, and rows that differ in blanks as different', () => {
    expect(csv('a;b\nn.d.;1\nn.d. ;1\n')).toMatchObject({ repeated: 0, empty: {} });
  });

  it('reads Windows-1252, and through gzip', () => {
    const latin = Uint8Array.from([...bytes('a;citt'), 0xe0, ...bytes('\n1;\n')]);
    expect(profileRaw('x.CSV', latin)).toMatchObject({ empty: { città: 1 } });
    expect(profileRaw('x.csv.gz', new Uint8Array(gzipSync('a;b\n1;\n')))).toMatchObject({ empty: { b: 1 } });
  });

  it('has nothing in it', () => {
    expect(csv('')).toEqual({ format: 'csv', rows: 0, columns: 0, repeated: 0, empty: {} });
    expect(csv('a;b\n')).toMatchObject({ rows: 0, columns: 2, empty: {} });
  });
});

describe('a layer', () => {
  const point = { type: 'Point', coordinates: [11.3, 44.5] };
  it('has features, those without a geometry, and properties that are null, blank or not there', () => {
    const features = [
      { id: 1, geometry: point, properties: { a: 1, b: null } },
      { id: 2, geometry: point, properties: { a: 1, b: null } },
      { id: 3, geometry: null, properties: { a: ' ', b: 0, c: false } },
      { id: 4, properties: null },
    ];
    expect(geojson({ type: 'FeatureCollection', features })).toEqual({
      format: 'geojson',
      rows: 4,
      columns: 3,
      repeated: 1,
      empty: { a: 2, b: 3, c: 3 },
      withoutGeometry: 2,
    });
  });

  it('may hold what is no feature', () => {
    expect(geojson({ features: [null, 3, 'x'] })).toMatchObject({ rows: 3, columns: 0, withoutGeometry: 3 });
    expect(geojson({ features: {} })).toBeNull();
    expect(geojson(null)).toBeNull();
  });
});

describe('anything else', () => {
  it.each(['a.zip', 'a.parquet', 'a.json', 'a.csv.zip', 'a.csvx', 'csv'])('%s is not measured', (path) => {
    expect(profileRaw(path, bytes('a;b\n1;2\n'))).toBeNull();
  });

  it.each([
    ['an open quote', 'a.csv', bytes('a;b\n"1;2\n')],
    ['broken JSON', 'a.geojson', bytes('{"features":[')],
    ['no gzip', 'a.csv.gz', bytes('a;b\n')],
  ])('never throws: %s', (_name, path, broken) => {
    expect(profileRaw(path, broken)).toBeNull();
  });

  it('never throws on any bytes, and says the same twice', () => {
    let seed = 1;
    const next = (): number => (seed = (seed * 48_271) % 2_147_483_647);
    for (let i = 0; i < 200; i++) {
      const noise = Uint8Array.from({ length: next() % 400 }, () => {
        const n = next() % 300;
        return n < 256 ? n : '";,\n\r|{'.charCodeAt(n % 7);
      });
      for (const path of ['a.csv', 'a.geojson', 'a.csv.gz'])
        expect(profileRaw(path, noise)).toEqual(profileRaw(path, noise));
    }
  });
});
