import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { InputError } from '../model';
import { readGtfs } from './gtfs';
import { readMef } from './mef';
import { anyDamage, checkTable, DAMAGES, FILE, inText, storm, whole } from './testing-damage';
import { readXlsx } from './xlsx';
import { inflate } from './zip';

/**
 * What portals send in their own formats, damaged at random (seeded): read, or an InputError that names the file; never another
 * error, never for ever, never more memory than the file says it needs.
 */
type Members = Readonly<Record<string, Uint8Array>>;
/** Half the time the archive is damaged, half the time a member of it, in an archive that is whole. */
function damagedZip(members: Members, next: () => number): Uint8Array {
  const damage = [...DAMAGES, inText, inText][whole(next, DAMAGES.length + 2)]!;
  if (damage !== inText && next() < 0.5)
    return damage(zipSync(members, { level: next() < 0.5 ? 0 : 6 }), next);
  const names = Object.keys(members);
  const name = names[whole(next, names.length)]!;
  return zipSync({ ...members, [name]: damage(members[name]!, next) });
}
const texts = (members: Readonly<Record<string, string>>): Members =>
  Object.fromEntries(Object.entries(members).map(([name, text]) => [name, strToU8(text)]));

describe('zip', () => {
  const members = texts({ 'a/table.csv': 'a;b\r\n1;2\r\n'.repeat(30), 'note.txt': 'uno', 'b.csv': '' });
  it('gives whole members or says what is wrong', async () => {
    await storm(
      2000,
      (next) => anyDamage(zipSync(members, { level: next() < 0.5 ? 0 : 6 }), next),
      (bytes) => inflate(bytes, FILE, () => true),
      (found, seed) => {
        // The checksum holds each byte; only names are free to change.
        const known = Object.values(members).map((data) => Buffer.from(data).toString());
        for (const data of found.values())
          expect(known, `seed ${seed}`).toContain(Buffer.from(data).toString());
      },
      0.5,
    );
  });
});

describe('readMef', () => {
  const head = 'Anno di imposta;Codice Istat Comune;Denominazione Comune;Numero contribuenti\r\n';
  const rows = '2020;37006;BOLOGNA;9\r\n2020;037053;SAN GIOVANNI;8\r\n2020;028001;ABANO;1\r\n';
  it('gives lines of the province or says what is wrong', async () => {
    await storm(
      1000,
      (next) => damagedZip(texts({ 'Redditi.csv': head + rows }), next),
      (bytes) => readMef(bytes, FILE),
      (bytes, seed) => {
        const lines = Buffer.from(bytes)
          .toString('latin1')
          .split(/(?<=\n)/)
          .slice(1);
        expect(lines.length, `seed ${seed}`).toBeGreaterThan(0);
        for (const line of lines) expect(line, `seed ${seed}`).toMatch(/(^|;)\s*0?37\d{3}\s*(;|$)/);
      },
      0.2,
    );
  });
});

describe('readGtfs', () => {
  const members = texts({
    'stops.txt':
      '\ufeffstop_id,stop_name,stop_lat,stop_lon\r\n1,"PIAZZA, MAGGIORE",44.49,11.34\r\n2,VIA RIVA,44.5,11.3\r\n',
    'routes.txt':
      'route_id,route_short_name,route_long_name,route_type\n11,11,Ponticella,3\n12,12,"Due ""Torri""",0\n',
    'trips.txt': 'route_id,service_id,trip_id,direction_id\n11,FER,t1,0\n12,FER,t2,1\n',
  });
  it('gives a feed that holds together or says what is wrong', async () => {
    await storm(
      1500,
      (next) => damagedZip(members, next),
      (bytes) => readGtfs(bytes, FILE),
      ({ stops, routes, trips }, seed) => {
        const known = new Set(routes.map(({ id }) => id));
        expect(
          trips.every(({ route }) => known.has(route)),
          `seed ${seed}`,
        ).toBe(true);
        const numbers = [...stops.flatMap(({ lon, lat }) => [lon, lat]), ...routes.map(({ type }) => type)];
        expect(numbers.every(Number.isFinite), `seed ${seed}`).toBe(true);
      },
      0.4,
    );
  });
});

describe('readXlsx', () => {
  const members = texts({
    'xl/sharedStrings.xml':
      '<sst><si><t>Comune</t></si><si><r><t>Bo</t></r><r><t xml:space="preserve">logna &amp; </t></r></si></sst>',
    'xl/worksheets/sheet1.xml':
      '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Anno</t></is></c><c r="C1" t="str"><v>N</v></c></row>' +
      '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="C2"><v>12.5</v></c></row><row r="3"><c r="B3" s="1"/><c r="C3" t="b"><v>1</v></c></row><row r="4"/></sheetData></worksheet>',
  });
  it('gives a whole table or says what is wrong', async () => {
    await storm(
      1500,
      (next) => damagedZip(members, next),
      (bytes) => readXlsx(bytes, FILE),
      checkTable,
      0.4,
    );
  });

  const sheet = (xml: string): Uint8Array =>
    zipSync(
      texts({ 'xl/sharedStrings.xml': '<sst><si/><si><t>b</t></si></sst>', 'xl/worksheets/sheet1.xml': xml }),
    );
  it.each([
    // Columns up to there would be filled one by one: 26⁹ of them.
    [
      'a column beyond the last',
      '<sheetData><row><c r="ZZZZZZZZZ1"><v>1</v></c></row></sheetData>',
      'a cell ZZZZZZZZZ1',
    ],
    [
      'a shared string that is not there',
      '<sheetData><row><c r="A1" t="s"><v>7</v></c></row></sheetData>',
      'none for A1',
    ],
    ['a sheet cut short', '<sheetData><row><c r="A1"><v>1</v></c></row><row>', 'one cut short'],
    // Each would be sought to the end of the sheet: 4 · 10¹⁰ steps.
    ['rows that never end', '<row>'.repeat(200_000) + '</sheetData>', 'one cut short'],
  ])('stops at %s', (_, xml, message) => {
    expect(() => readXlsx(sheet(xml), FILE)).toThrow(InputError);
    expect(() => readXlsx(sheet(xml), FILE)).toThrow(message);
  });

  it('keeps a reference to no character, empty strings and empty rows at the end', () => {
    const xml =
      '<sheetData><row><c t="s"><v>1</v></c><c><v>&#x110000;</v></c></row><row><c t="s"><v>0</v></c><c t="s"/></row>' +
      '<row/>'.repeat(3) +
      '</sheetData>';
    expect(readXlsx(sheet(xml), FILE)).toEqual({
      header: ['b', '&#x110000;'],
      rows: [
        ['', ''],
        ['', ''],
        ['', ''],
        ['', ''],
      ],
    });
  });
});
