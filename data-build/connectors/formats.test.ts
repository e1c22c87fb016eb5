import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readGtfs } from './gtfs';
import { checkYears, sdmxUrl } from './istat-sdmx';
import { readMef } from './mef';
import { readParquet } from './parquet';
import { portalCsv } from './table';
import { readXlsx } from './xlsx';

/** Three rows, Snappy: anno (a DATE that means a year), quartiere, residenti (one null), quota. */
const PARQUET = Buffer.from(
  'UEFSMRUGFTQVOFwVBhUAFQYVABUEFQAAAAMHGFyABRvCjAEAAICN8h6UAQAAgI3yHpQBAAAVBhWAARWGAVwVBhUAFQYVABUE' +
    'FQAAAAMHPvA9FQAAAEJvcmdvIFBhbmlnYWxlIC0gUmVubwYAAABOYXZpbGUXAAAAU2FudG8gU3RlZmFubzsgImNlbnRybyIV' +
    'BhUUFRhcFQYVAhUGFQAVBBUAAAADAwgc2+oAADgTAQAVBhU0FTBcFQYVABUGFQAVBBUAAAADBxgAAAUBBPg/BQcoAAJAAAAA' +
    'AAAACEAVBBlcSARyb290FQgAFQQlAhgEYW5ubyUSABUMJQIYCXF1YXJ0aWVyZSUAABUCJQIYCXJlc2lkZW50aQAVCiUCGAVx' +
    'dW90YQAWBhkcGUwmCBwVBBkVABkYBGFubm8VAhYGFl4WYiYIPDYAKAiAjfIelAEAABgIgAUbwowBAAAAGRwVBhUAFQIAAAAm' +
    'ahwVDBkVABkYCXF1YXJ0aWVyZRUCFgYWrgEWtAEmajw2ACgQU2FudG8gU3RlZmFubzsgIxgQQm9yZ28gUGFuaWdhbGUgLRIS' +
    'ABkcFQYVABUCAAAAJp4CHBUCGRUAGRgJcmVzaWRlbnRpFQIWBhY+FkImngI8NgIoBDgTAQAYBNvqAAAAGRwVBhUAFQIAAAAm' +
    '4AIcFQoZFQAZGAVxdW90YRUCFgYWXhZaJuACPDYAKAgAAAAAAAAIQBgIAAAAAAAA+D82AAAZHBUGFQAVAgAAABaoAxYGNrID' +
    'ACgJaHlwYXJxdWV0GUwcAAAcAAAcAAAcAAAAfgEAAFBBUjE=',
  'base64',
);

describe('readParquet', () => {
  it('reads years, text, nulls and numbers, and becomes the CSV the portal would write', async () => {
    const table = await readParquet(PARQUET, 'x.parquet', ['anno']);
    expect(Buffer.from(portalCsv(table)).toString()).toBe(
      '\ufeffanno;quartiere;residenti;quota\r\n2024;Borgo Panigale - Reno;60123;1.5\r\n2025;Navile;70456;2.25\r\n' +
        '2025;"Santo Stefano; ""centro""";;3\r\n',
    );
  });
  it('says what is missing or broken', async () => {
    await expect(readParquet(PARQUET, 'x.parquet', ['yyyy'])).rejects.toThrow(
      'no column yyyy among anno, quartiere',
    );
    await expect(readParquet(PARQUET.subarray(0, 300), 'x.parquet')).rejects.toThrow(
      'a readable Parquet table',
    );
  });
});

const sheet = (rows: string, more = ''): Uint8Array =>
  zipSync({
    'xl/sharedStrings.xml': strToU8(
      '<sst><si><t>Comune</t></si><si><r><t>Bo</t></r><r><t xml:space="preserve">logna &amp; </t></r></si></sst>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${rows}</sheetData>${more}</worksheet>`),
  });
const HEAD =
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Anno</t></is></c><c r="C1" t="str"><v>N</v></c></row>';

describe('readXlsx', () => {
  it('reads shared, rich and inline text, numbers, booleans and gaps', () => {
    const rows =
      HEAD +
      '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="C2"><v>12.5</v></c></row><row r="3"><c r="B3" s="1"/><c r="C3" t="b"><v>1</v></c></row>';
    expect(readXlsx(sheet(rows), 'x.xlsx')).toEqual({
      header: ['Comune', 'Anno', 'N'],
      rows: [
        ['Bologna & ', '', '12.5'],
        ['', '', 'true'],
      ],
    });
  });
  it('refuses merged cells, errors and rows wider than the header', () => {
    expect(() => readXlsx(sheet(HEAD, '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'), 'x')).toThrow(
      'merged cells',
    );
    expect(() => readXlsx(sheet(HEAD + '<row><c r="A2" t="e"><v>#N/A</v></c></row>'), 'x')).toThrow(
      'an error in A2',
    );
    expect(() => readXlsx(sheet(HEAD + '<row><c r="D2"><v>1</v></c></row>'), 'x')).toThrow('rows of 3 cells');
    expect(() => readXlsx(zipSync({ 'a.txt': strToU8('') }), 'x')).toThrow('sheet1.xml');
  });
});

describe('readGtfs', () => {
  const feed = (change: Record<string, string> = {}): Uint8Array => {
    const files = {
      'stops.txt': '\ufeffstop_id,stop_name,stop_lat,stop_lon\r\n1,"PIAZZA MAGGIORE",44.4936,11.3430\r\n',
      'routes.txt': 'route_id,route_short_name,route_long_name,route_type\n11,11,Ponticella,3\n',
      'trips.txt': 'route_id,service_id,trip_id,direction_id\n11,FER,t1,0\n',
      ...change,
    };
    return zipSync(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [`gtfs/${name}`, strToU8(text)])),
    );
  };
  it('reads stops, routes and trips', () => {
    expect(readGtfs(feed(), 'g.zip')).toEqual({
      stops: [{ id: '1', name: 'PIAZZA MAGGIORE', lon: 11.343, lat: 44.4936, parent: '' }],
      routes: [{ id: '11', short: '11', long: 'Ponticella', type: 3 }],
      trips: [{ id: 't1', route: '11', service: 'FER', direction: '0' }],
    });
  });
  it('refuses a stop at 0,0, a trip of no route and a lost column', () => {
    expect(() =>
      readGtfs(feed({ 'stops.txt': 'stop_id,stop_name,stop_lat,stop_lon\n1,A,0,0\n' }), 'g'),
    ).toThrow('stops.txt:2');
    expect(() => readGtfs(feed({ 'trips.txt': 'route_id,service_id,trip_id\n12,F,t\n' }), 'g')).toThrow(
      'a route of the feed',
    );
    expect(() => readGtfs(feed({ 'routes.txt': 'route_id\n11\n' }), 'g')).toThrow('no route_type');
  });
});

describe('ISTAT SDMX', () => {
  it('ends one year early, as the service counts', () => {
    expect(sdmxUrl('A..JAN.9.TOTAL.99', 2024, 2024)).toBe(
      'https://esploradati.istat.it/SDMXWS/rest/data/IT1,22_289/A..JAN.9.TOTAL.99/?startperiod=2024&endperiod=2023',
    );
    expect(() => sdmxUrl('x', 2024, 2023)).toThrow(RangeError);
  });
  it('notices years too many or too few', () => {
    expect(checkYears(['2023', '2024', '2025'], 2024, 2025)).toEqual({ extra: ['2023'], missing: [] });
    expect(checkYears(['2024'], 2024, 2025)).toEqual({ extra: [], missing: ['2025'] });
  });
});

describe('readMef', () => {
  const HEADER =
    'Anno di imposta;Codice catastale;Codice Istat Comune;Denominazione Comune;Numero contribuenti;\r\n';
  const zip = (text: string): Uint8Array => zipSync({ 'Redditi.csv': Buffer.from(text, 'latin1') });
  it('keeps the lines of the province byte for byte, with and without leading zero', () => {
    const ours = '2020;A944;37006;BOLOGNA;9;;\r\n2020;H945;037053;SAN GIOVANNI «È»;8;;\r\n';
    const text = HEADER + '2020;A001;028001;ABANO;1;;\r\n' + ours + '2020;X;137006;ALTROVE;1;;\r\n';
    expect(Buffer.from(readMef(zip(text), 'm.csv')).toString('latin1')).toBe(HEADER + ours);
  });
  it('says when the column or the province is gone', () => {
    expect(() => readMef(zip(HEADER.replace('Codice Istat', 'Cod Istat')), 'm')).toThrow(
      'Codice Istat Comune',
    );
    expect(() => readMef(zip(HEADER + '2020;A001;028001;ABANO;1;;\r\n'), 'm')).toThrow('rows of Bologna');
  });
});
