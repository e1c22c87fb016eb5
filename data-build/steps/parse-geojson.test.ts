import { describe, expect, it } from 'vitest';
import { parseGeoJson, textProperty } from './parse-geojson';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const point = (lon: number, lat: number, properties = '{}'): string =>
  `{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[${lon},${lat}]},"properties":${properties}}]}`;
const parse = (text: string) => parseGeoJson(bytes(text), 'x.geojson', ['Point']);

describe('parseGeoJson', () => {
  it('gives geometry, properties and a place for errors', () => {
    const [feature] = parse(point(11.3, 44.5, '{"code":7}'));
    expect(feature!.geometry.coordinates).toEqual([11.3, 44.5]);
    expect(textProperty(feature!, 'code', /^\d$/)).toBe('7');
    expect(() => textProperty(feature!, 'name', /\S/)).toThrow(
      'x.geojson [features[0].name]: expected text like',
    );
  });

  it.each([
    [
      'a file cut short',
      point(11.3, 44.5).slice(0, 60),
      /^x\.geojson:1 \[character \d+\]: expected complete JSON/,
    ],
    [
      'another root',
      '{"type":"Topology"}',
      /^x\.geojson: expected a FeatureCollection with features, found Topology/,
    ],
    [
      'an empty layer',
      '{"type":"FeatureCollection","features":[]}',
      /expected a FeatureCollection with features/,
    ],
    [
      'swapped axes',
      point(44.5, 11.3),
      /^x\.geojson \[features\[0\]\.geometry\]: expected \[lon, lat\] in WGS84.*found \[44\.5,11\.3\]/,
    ],
    ['metres', point(686000, 4930000), /found \[686000,4930000\]/],
    ['another geometry', point(11.3, 44.5).replace('"Point"', '"Polygon"'), /expected Point, found Polygon/],
    [
      'no geometry',
      point(11.3, 44.5).replace(/\{"type":"Point".*?\}/, 'null'),
      /expected Point, found undefined/,
    ],
  ])('stops at %s', (_, text, message) => {
    expect(() => parse(text)).toThrow(message);
  });

  it('names the line of a fault in a file of many lines', () => {
    const text = point(11.3, 44.5).replaceAll(',', ',\n').replace('"properties"', 'properties');
    expect(() => parse(text)).toThrow(/^x\.geojson:6 \[character 1\]/);
  });
});
