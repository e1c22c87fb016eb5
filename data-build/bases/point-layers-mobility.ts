import type { PointLayer } from './point-columns';
import { t } from './tally';

/** The later of the two snapshots of the stops. */
const STOPS = '2019';

export const MOBILITY: readonly PointLayer[] = [
  {
    id: 'bike-racks',
    datasets: ['bike-racks'],
    title: t('Rastrelliere', 'Bicycle racks'),
    categories: { rack: t('Rastrelliera', 'Bicycle rack') },
    indicators: {
      'mobility.rack_places': [],
      'mobility.rack_places_per1000': [],
      'mobility.rack_near_share': [],
    },
    rows: (edition) => edition.table('bike-racks'),
    category: () => 'rack',
    details: [{ title: t('posti', 'places'), value: (row) => row.places! }],
  },
  {
    id: 'bus-stops',
    datasets: ['bus-stops'],
    title: t('Fermate dell’autobus', 'Bus stops'),
    note: t(
      'La rete al 1° dicembre 2019: quella di oggi può essere diversa.',
      'The network of 1 December 2019: today’s may differ.',
    ),
    categories: { stop: t('Fermata', 'Bus stop') },
    indicators: {
      'mobility.bus_stop_count': [],
      'mobility.bus_stops_per_km2': [],
      'mobility.bus_stops_per1000': [],
      'mobility.bus_stops_near_share': [],
      'mobility.bus_line_count': [],
    },
    rows: (edition) => edition.table('bus-stops').filter(({ period }) => period === STOPS),
    category: () => 'stop',
    name: (row) => row.name!,
    details: [{ title: t('linee', 'lines'), value: (row) => row.lines! }],
  },
  {
    id: 'red-light-cameras',
    datasets: ['red-light-cameras'],
    title: t('Telecamere al semaforo', 'Red-light cameras'),
    categories: { camera: t('Telecamera', 'Camera') },
    indicators: { 'mobility.red_light_cameras': [] },
    rows: (edition) => edition.table('red-light-cameras'),
    category: () => 'camera',
    name: (row) => row.name!,
  },
  {
    id: 'traffic-loops',
    datasets: ['traffic-loops'],
    title: t('Sensori del traffico', 'Traffic sensors'),
    categories: { loop: t('Spire e telecamere', 'Loops and cameras') },
    indicators: { 'mobility.traffic_loops': [] },
    rows: (edition) => edition.table('traffic-loops'),
    category: () => 'loop',
    name: (row) => row.street!,
    details: [{ title: t('direzione', 'heading'), value: (row) => row.heading! }],
  },
  {
    id: 'green-entrances',
    datasets: ['green-entrances'],
    title: t('Ingressi del verde', 'Entrances to green'),
    note: t(
      'Ingressi delle aree grandi e centri di quelle piccole. Di 528 punti su 1.200 la fonte non dice il tipo.',
      'Entrances of large areas and centres of small ones. For 528 of 1,200 points the source gives no kind.',
    ),
    categories: {
      park: t('Parchi', 'Parks'),
      garden: t('Giardini', 'Gardens'),
      'street-green': t('Verde lungo le strade', 'Greenery along streets'),
      'sports-green': t('Impianti sportivi', 'Sports grounds'),
      water: t('Acque', 'Water'),
      unknown: t('Tipo non indicato', 'Kind not given'),
    },
    indicators: {
      'environment.green_points': [],
      'environment.green_points_per_km2': [],
      'environment.green_near_share': [],
      'environment.park_near_share': ['park', 'garden'],
    },
    rows: (edition) => edition.table('green-entrances'),
    category: (row) => row.kind! || 'unknown',
    name: (row) => row.name!,
  },
];
