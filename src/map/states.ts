import type { FeatureIdentifier } from 'maplibre-gl';
import { binOf } from '../domain/classify';
import { missingStyle } from '../domain/colour';
import { symbolRadius } from '../domain/symbols';
import { isValue, type Cell, type Missing } from '../model/cell';
import type { Level } from '../model/ids';
import type { Geography } from '../model/manifest';
import { AREAS, circlesAt, pointsAt } from './layers/context';
import { letterOn, PALETTES } from './palette';
import { type MapSpec, type MapTheme, maxSymbolRadius } from './spec';

/** Feature state of one area or circle, as the layers read it. */
export interface Paint {
  /** Colour of a value, null for none. */
  fill: string | null;
  missing: Missing | null;
  /** CSS pixels; 0 on areas. */
  radius: number;
  /** Metres, 0 for flat. */
  height: number;
  /** Outside the highlighted class. */
  dim: boolean;
  /** Colour of the name standing here, and of its halo: the ground it stands on. */
  letter: string;
  halo: string;
}

export interface Paints {
  areas: Map<string, Paint>;
  points: Map<string, Paint>;
  /** Whether the map has layers of circles; on bare ground their radius is 0. */
  circles: boolean;
}

const NOT_AVAILABLE: Cell = { missing: 'not-available' };

/** A circle smaller than this in CSS pixels cannot be seen; a few people are still people. */
const SMALLEST = 1.5;

/** What to paint, by code, for every area the geography knows at the spec's level. */
export function paintsOf(
  spec: MapSpec,
  geography: Geography,
  theme: MapTheme,
  highlightedBin: number | null,
): Paints {
  const palette = PALETTES[theme];
  // Bare ground with the darker borders that circles stand on, and none of the circles.
  const circles = spec.kind === 'symbols' && !spec.bare;
  const paints: Paints = { areas: new Map(), points: new Map(), circles: spec.kind === 'symbols' };
  // A class below the darkest: circles overlap and names stand on them.
  const circle = spec.colours.at(-2) ?? spec.colours.at(-1) ?? null;
  const maxRadius = spec.maxRadius ?? maxSymbolRadius(spec.level);
  for (const { code } of geography.levels[spec.level] ?? []) {
    const cell = spec.cells.get(code) ?? NOT_AVAILABLE;
    const bin = isValue(cell) ? binOf(cell.value, spec.breaks) : null;
    const own = bin === null ? null : (spec.fills?.get(code) ?? spec.colours[bin] ?? null);
    const fill = circles || spec.bare ? null : own;
    const why = spec.bare ? (spec.withheld?.get(code) ?? null) : isValue(cell) ? null : cell.missing;
    const ground = fill ?? (why ? missingStyle(why, theme).ground : palette.paper);
    const paint: Paint = {
      fill,
      missing: why,
      radius: 0,
      height: spec.heights?.get(code) ?? 0,
      // On bare ground it is the data above that fade.
      dim: !spec.bare && highlightedBin !== null && bin !== highlightedBin,
      letter: letterOn(ground, palette),
      halo: ground,
    };
    paints.areas.set(code, paint);
    const area = circles && isValue(cell) ? symbolRadius(cell.value, spec.maxValue, maxRadius) : 0;
    const radius = area > 0 ? Math.max(SMALLEST, area) : 0;
    paints.points.set(code, { ...paint, radius, fill: circles && isValue(cell) ? circle : fill });
  }
  return paints;
}

interface StateMap {
  setFeatureState(feature: FeatureIdentifier, state: Record<string, unknown>): unknown;
}
type State = Record<string, unknown>;
type Mark = 'hover' | 'selected';

/**
 * Joins values to tiles: remembers what each feature was told and tells only what changed. A step of a time-lapse is at
 * most one call per area; nothing is laid out again.
 */
export class FeatureStates {
  private readonly told = new Map<string, Map<string, State>>();
  private readonly marked = new Map<Mark, { level: Level; code: string }>();

  constructor(private readonly map: StateMap) {}

  paint(level: Level, paints: Paints): void {
    this.write(level, paints.areas);
    for (const [code, { letter, halo, dim }] of paints.points)
      this.tell(pointsAt(level), code, { letter, halo, dim });
    if (paints.circles) this.write(circlesAt(level), paints.points);
  }

  /** At most one area holds a mark; null takes it away. */
  mark(mark: Mark, level: Level, code: string | null): void {
    const before = this.marked.get(mark);
    if (before?.code === code && before?.level === level) return;
    if (before) this.tell(before.level, before.code, { [mark]: false });
    if (code === null) this.marked.delete(mark);
    else this.marked.set(mark, { level, code });
    if (code !== null) this.tell(level, code, { [mark]: true });
  }

  /** Tells everything again, after the engine has rebuilt its style. */
  replay(): void {
    for (const [layer, features] of this.told) {
      for (const [code, state] of features) this.map.setFeatureState(identify(layer, code), state);
    }
  }

  private write(layer: string, states: ReadonlyMap<string, Paint>): void {
    for (const [code, paint] of states) this.tell(layer, code, { ...paint });
  }

  private tell(layer: string, code: string, state: State): void {
    let features = this.told.get(layer);
    if (!features) this.told.set(layer, (features = new Map<string, State>()));
    const before = features.get(code) ?? {};
    const changed = Object.entries(state).filter(([key, value]) => before[key] !== value);
    if (changed.length === 0) return;
    features.set(code, { ...before, ...state });
    this.map.setFeatureState(identify(layer, code), Object.fromEntries(changed));
  }
}

/** `layer` is a level (a source layer of the areas) or a level's source of points or circles. Codes are strings; the engine keeps them so. */
const identify = (layer: string, code: string): FeatureIdentifier =>
  /^(points|circles)-/.test(layer)
    ? { source: layer, id: code }
    : { source: AREAS, sourceLayer: layer, id: code };
