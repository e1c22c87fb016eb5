import type { LineLayerSpecification } from 'maplibre-gl';
import type { Level } from '../../model/ids';
import { AREAS, type LayerFactory, zooms } from './context';

const line = (
  id: string,
  level: Level,
  color: string,
  width: LineLayerSpecification['paint'],
): LineLayerSpecification => ({
  id,
  type: 'line',
  source: AREAS,
  'source-layer': level,
  layout: { 'line-join': 'round' },
  paint: { 'line-color': color, ...width },
});

/** Which coarser borders are drawn stronger over the level's own. */
const COARSER: Record<Level, { zona: boolean; quartiere: boolean }> = {
  citta: { zona: false, quartiere: false },
  quartiere: { zona: false, quartiere: false },
  zona: { zona: false, quartiere: true },
  prossimita: { zona: false, quartiere: true },
  area: { zona: true, quartiere: true },
  comune: { zona: false, quartiere: false },
};

/** Between areas a hairline of paper (a darker one where circles stand on bare ground); the coarser the unit, the stronger. */
export const borders: LayerFactory = ({ level, kind, palette }) => {
  const color = kind === 'symbols' ? palette.border : palette.paper;
  const coarser = COARSER[level];
  return [
    line(`borders:${level}`, level, color, {
      'line-width': level === 'area' ? zooms(9, 0.3, 11, 0.6, 14, 1.4) : zooms(9, 0.6, 11, 1, 14, 2),
    }),
    ...(coarser.zona
      ? [line('borders-zona', 'zona', color, { 'line-width': zooms(9, 0.5, 11, 1, 14, 2.2) })]
      : []),
    ...(coarser.quartiere
      ? [line('borders-quartiere', 'quartiere', color, { 'line-width': zooms(9, 0.8, 11, 1.7, 14, 3.4) })]
      : []),
    ...(level === 'comune'
      ? []
      : [
          line('city-line', 'citta', palette.mutedInk, {
            'line-width': zooms(9, 0.6, 12, 1, 15, 1.6),
            'line-opacity': 0.55,
          }),
        ]),
  ];
};
