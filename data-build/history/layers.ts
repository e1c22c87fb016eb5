import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import { EXAMPLES, type FileChange } from './rows';

/** Features of a layer by `object|code`: properties and shape as text. Features without a code are numbered in file order. */
function features(text: string | undefined): Map<string, string> {
  const found = new Map<string, string>();
  if (text === undefined) return found;
  const topology = JSON.parse(text) as Topology;
  for (const [name, object] of Object.entries(topology.objects)) {
    const shaped = feature(topology, object);
    const list = shaped.type === 'FeatureCollection' ? shaped.features : [shaped];
    list.forEach(({ properties, geometry, id }, i) => {
      const base = `${name}|${String(properties?.['code'] ?? id ?? i)}`;
      const key = found.has(base) ? `${base}|${i}` : base;
      found.set(key, JSON.stringify([properties, geometry]));
    });
  }
  return found;
}

/** Difference of two TopoJSON files, feature by feature; `undefined` stands for a file that is not there. */
export function diffLayer(file: string, before: string | undefined, after: string | undefined): FileChange {
  const old = features(before);
  const fresh = features(after);
  const added = [...fresh.keys()].filter((key) => !old.has(key));
  const removed = [...old.keys()].filter((key) => !fresh.has(key));
  const changed = [...fresh]
    .filter(([key, text]) => old.has(key) && old.get(key) !== text)
    .map(([key]) => key);
  const some = (keys: string[]): string[] => keys.slice(0, EXAMPLES);
  return {
    file,
    key: ['object', 'code'],
    added: added.length,
    changed: changed.length,
    removed: removed.length,
    periods: [],
    examples: { added: some(added), changed: some(changed), removed: some(removed) },
  };
}
