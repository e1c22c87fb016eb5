import { announce } from '../../domain/sentence';
import { neighbourTowards } from '../../domain/traverse';
import type { MapKey } from './keys';
import type { Around, MapWalk } from './map-walk.svelte';
import { shownLine } from './shown';

/** Does on the map what a key asks for; `region` has the focus. */
export function act(key: MapKey, walk: MapWalk, around: Around, region: HTMLElement): void {
  const { atlas, playback, onhelp } = around;
  const canvas = around.canvas();
  const here = atlas.hovered ?? atlas.selected?.code ?? null;
  if (key.do === 'move') {
    const next = nextFrom(around, here, key.direction);
    if (!next) return;
    atlas.hovered = next;
    walk.point = null;
    canvas?.reveal?.(next);
    walk.spoken = lineOf(around, next) ?? walk.spoken;
  } else if (key.do === 'select') {
    if (here) void atlas.decide({ area: here });
  } else if (key.do === 'leave') {
    if (atlas.hovered) atlas.hovered = null;
    else if (atlas.selected) void atlas.decide({ area: null });
    else region.blur();
  } else if (key.do === 'zoom-in') canvas?.zoomIn();
  else if (key.do === 'zoom-out') canvas?.zoomOut();
  else if (key.do === 'fit') atlas.setCamera(null);
  else if (key.do === 'previous') playback.step(-1);
  else if (key.do === 'next') playback.step(1);
  else if (key.do === 'play') playback.toggle();
  else if (key.do === 'help') onhelp();
  else if (key.do === 'lean') walk.flat = !walk.flat;
  else if (key.do === 'turn' && around.raised() && !walk.flat) canvas?.turn(key.by);
}

function nextFrom(
  { atlas }: Around,
  here: string | null,
  direction: Parameters<typeof neighbourTowards>[3],
): string | null | undefined {
  if (!atlas.geography) return null;
  if (here !== null) return neighbourTowards(atlas.geography, atlas.level, here, direction);
  return (atlas.selected ?? atlas.areas[0])?.code;
}

/** What is said of an area: its name, its number and where that stands. */
function lineOf({ atlas }: Around, code: string): string | null {
  const { lang } = atlas.view;
  const area = atlas.areas.find((a) => a.code === code);
  const cell = atlas.cells.get(code);
  if (!area || !cell || !atlas.summary || !atlas.table) return null;
  if (atlas.shown) return shownLine(atlas.shown, area, atlas.level, lang);
  return announce({
    lang,
    name: area.name,
    level: atlas.level,
    cell,
    summary: atlas.summary,
    table: atlas.table,
    ...(atlas.cityCell ? { cityCell: atlas.cityCell } : {}),
  });
}
