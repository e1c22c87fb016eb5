import * as v from 'valibot';
import { breaksFor } from '../../src/domain/breaks';
import { HEXES_VERSION, HexesSchema, type Hexes } from '../../src/model/hexes';
import type { Text } from '../../src/model/ids';
import { PER_DEGREE } from '../../src/model/points';
import { t } from '../bases/tally';
import { HEX_METRES, HEX_MIN } from '../bases/airbnb-hexes';
import type { EditionReader } from '../model';
import { hexOf } from '../steps/hex-grid';
import type { WholeExtra } from './extra';

/** Metres across the flats for things in the street: a five-minute walk from side to side. */
const WALK = 400;
/** Later of the two snapshots of the stops. */
const STOPS = '2019';

interface Cell {
  lon: number;
  lat: number;
  count: number;
}
interface HexLayer {
  id: string;
  title: Text;
  note: Text;
  period: string;
  width: number;
  least: number;
  indicators: readonly string[];
  cells(edition: EditionReader): Cell[];
}

/** Points counted, or summed by weight, in the hexagon each falls into; in the order of first met, which is the edition's. */
function gathered(
  rows: readonly Record<string, string>[],
  weight: (row: Record<string, string>) => number,
): Cell[] {
  const cells = new Map<string, Cell>();
  for (const row of rows) {
    const hex = hexOf(Number(row.lon), Number(row.lat), WALK);
    const cell = cells.get(hex.id) ?? { lon: hex.lon, lat: hex.lat, count: 0 };
    cell.count += weight(row);
    cells.set(hex.id, cell);
  }
  return [...cells.values()];
}

const LAYERS: readonly HexLayer[] = [
  {
    id: 'airbnb',
    title: t('Annunci Airbnb', 'Airbnb listings'),
    note: t(
      `Esagoni di ${HEX_METRES} metri: la fonte sposta ogni punto fino a 150 metri. Con meno di ${HEX_MIN} annunci un esagono non è mostrato.`,
      `Hexagons of ${HEX_METRES} metres: the source moves each point by up to 150 metres. A hexagon with fewer than ${HEX_MIN} listings is not shown.`,
    ),
    period: '2024',
    width: HEX_METRES,
    least: HEX_MIN,
    indicators: [
      'housing.airbnb_listings',
      'housing.airbnb_per1000',
      'housing.airbnb_entire_per1000',
      'housing.airbnb_entire_share',
    ],
    cells: (edition) =>
      edition.table('airbnb', 'hexes').map((row) => ({
        lon: Number(row.lon),
        lat: Number(row.lat),
        count: Number(row.listings),
      })),
  },
  {
    id: 'rack-places',
    title: t('Posti per biciclette', 'Bicycle parking places'),
    note: t(
      `Posti nelle rastrelliere pubbliche in esagoni di ${WALK} metri: cinque minuti a piedi da un lato all’altro.`,
      `Places in public racks in hexagons of ${WALK} metres: five minutes on foot from side to side.`,
    ),
    period: '2024',
    width: WALK,
    least: 1,
    indicators: ['mobility.rack_places', 'mobility.rack_places_per1000', 'mobility.rack_near_share'],
    cells: (edition) => gathered(edition.table('bike-racks'), (row) => Number(row.places)),
  },
  {
    id: 'bus-stops',
    title: t('Fermate dell’autobus', 'Bus stops'),
    note: t(
      `Fermate al 1° dicembre 2019 in esagoni di ${WALK} metri, anche oltre il confine comunale; i due versi di una strada sono due fermate.`,
      `Stops on 1 December 2019 in hexagons of ${WALK} metres, also beyond the municipal border; the two sides of a street are two stops.`,
    ),
    period: STOPS,
    width: WALK,
    least: 1,
    indicators: [
      'mobility.bus_stop_count',
      'mobility.bus_stops_per_km2',
      'mobility.bus_stops_per1000',
      'mobility.bus_stops_near_share',
    ],
    cells: (edition) =>
      gathered(
        edition.table('bus-stops').filter(({ period }) => period === STOPS),
        () => 1,
      ),
  },
];

function columns(layer: HexLayer, cells: readonly Cell[]): Hexes {
  const { title, note, period, width, least } = layer;
  const counts = cells.map(({ count }) => count);
  return {
    schemaVersion: HEXES_VERSION,
    title,
    period,
    note,
    width,
    least,
    breaks: breaksFor(counts, { decimals: 0 }),
    lon: cells.map(({ lon }) => Math.round(lon * PER_DEGREE)),
    lat: cells.map(({ lat }) => Math.round(lat * PER_DEGREE)),
    count: counts,
  };
}

/** Counts in equal hexagons, free of the boundaries of areas: `hexes.<id>`. */
export const extra: WholeExtra = {
  name: 'hexes',
  datasets: ['airbnb', 'bike-racks', 'bus-stops'],
  build: ({ edition }) =>
    Object.fromEntries(
      LAYERS.map((layer) => [
        `hexes.${layer.id}`,
        v.parse(HexesSchema, columns(layer, layer.cells(edition))),
      ]),
    ),
  layers: LAYERS.map(({ id, title, indicators }) => ({
    id: `hexes-${id}`,
    kind: 'hexes',
    title,
    file: `hexes.${id}`,
    indicators: [...indicators],
  })),
};
