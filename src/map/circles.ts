import type { Map as MapLibre } from 'maplibre-gl';
import type { Level } from '../model/ids';
import { fill } from './fill';
import { circlesAt } from './layers/context';
import { orderKey, type Points } from './points';

type CircleMap = Pick<MapLibre, 'getSource' | 'isSourceLoaded' | 'on' | 'off'>;

/**
 * The points under the circles of each level. Which circle lies on which is the order of the points: a new order refills the source, and
 * layers that show it wait until the tiles hold it, or circles of one year would be drawn in the order of another.
 */
export class CircleOrder {
  private readonly drawn = new Map<Level, string>();
  private filling: Promise<unknown> | null = null;

  constructor(private readonly map: CircleMap) {}

  /** A style that has just come has empty sources, whatever was filled before. */
  forget(): void {
    this.drawn.clear();
    this.filling = null;
  }

  /** Lays the points of a level in their order; nothing to do where they lie in it already. */
  lay(level: Level, points: Points): void {
    const order = orderKey(level, points);
    if (order === this.drawn.get(level)) return;
    this.drawn.set(level, order);
    const now = Promise.all([this.filling, fill(this.map, circlesAt(level), points)]).finally(() => {
      if (this.filling === now) this.filling = null;
    });
    this.filling = now;
  }

  /** Runs once no circles are being put in another order: at once where none are. */
  afterwards(run: () => void): void {
    if (this.filling) void this.filling.then(run);
    else run();
  }
}
