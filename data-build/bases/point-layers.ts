import type { PointLayer } from './point-columns';
import { MOBILITY } from './point-layers-mobility';
import { SERVICES } from './point-layers-services';

/** Every layer of things in space, in the order of the menu. */
export const POINT_LAYERS: readonly PointLayer[] = [...SERVICES, ...MOBILITY];
