import * as v from 'valibot';
import { MOTION_VERSION, MotionSchema, PATH_PER_DEGREE, type Motion } from '../../src/model/motion';
import { boulevardPieces, loopPath, REACH } from '../bases/loop-paths';
import type { WholeExtra } from './extra';

const units = (degrees: number): number => Math.round(degrees * PATH_PER_DEGREE);

/** Where the loops of the boulevards stand and which way their traffic runs: what moves on the map of hours. */
export const extra: WholeExtra = {
  name: 'motion',
  datasets: ['boulevard-counts', 'traffic-loops', 'streets'],
  build({ edition }) {
    const pieces = boulevardPieces(edition);
    const places = edition.table('traffic-loops');
    const value: Motion = {
      schemaVersion: MOTION_VERSION,
      reach: REACH,
      loops: edition.table('boulevard-counts', 'sensors').map(({ sensor, heading }) => {
        // The list of places puts a running number before the code, which is the same in both.
        const found = places.filter((row) => row.sensor!.split('_')[1] === sensor);
        if (found.length !== 1) throw new Error(`${found.length} places for the loop ${sensor}`);
        const [lon, lat] = [Number(found[0]!.lon), Number(found[0]!.lat)];
        return {
          id: sensor!,
          at: [units(lon), units(lat)],
          path: loopPath({ lon, lat, heading: heading! }, pieces).flatMap(([x, y]) => [units(x!), units(y!)]),
        };
      }),
    };
    return { 'motion.boulevards': v.parse(MotionSchema, value) };
  },
  layers: [
    {
      id: 'boulevards-motion',
      kind: 'motion',
      title: { it: 'Il giorno sui viali', en: 'A day on the boulevards' },
      file: 'motion.boulevards',
      indicators: [
        'mobility.boulevard_vehicles',
        'mobility.boulevard_peak_share',
        'mobility.boulevard_night_share',
        'mobility.traffic_loops',
      ],
    },
  ],
};
