import { posix } from 'node:path';

/** A source file as path from the root, with forward slashes, and its text. */
export interface SourceFile {
  path: string;
  text: string;
}

/** Floors of src, low to high; see docs/decisions/001-floors.md. Files right below src stand on the top floor. */
const FLOORS: Record<string, number> = {
  model: 0,
  domain: 1,
  i18n: 2,
  data: 3,
  state: 4,
  map: 5,
  charts: 5,
  ui: 6,
  views: 7,
  app: 8,
};

const floorOf = (path: string): number | undefined => {
  const [src, room, inside] = path.split('/');
  if (src !== 'src' || !room) return undefined;
  return inside === undefined ? (FLOORS[room] ?? 8) : FLOORS[room];
};

const roomOf = (path: string): string => path.split('/').slice(0, 2).join('/');

/** Comments blanked, so that prose about a rule does not break it; strings stay, they hold the imports. */
const code = (text: string): string =>
  text
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[^:'"`])\/\/.*$/gm, '$1');

/** Everything a file imports, statically, lazily or as a type. */
export function importsOf(text: string): string[] {
  const forms = [
    /\bfrom\s*['"]([^'"]+)['"]/g,
    /\bimport\s*['"]([^'"]+)['"]/g,
    /\bimport\s*\(\s*['"`]([^'"`]+)['"`]/g,
  ];
  return forms.flatMap((form) =>
    [...code(text).matchAll(form)].map((m) => (m[1] ?? '').replace(/\?.*$/, '')),
  );
}

/** An imported path from the root, or null for a package. */
const resolveImport = (from: string, to: string): string | null =>
  to.startsWith('.')
    ? posix.normalize(posix.join(posix.dirname(from), to))
    : to.startsWith('/')
      ? to.slice(1)
      : null;

function importFaults(path: string, target: string): string[] {
  const inSrc = path.startsWith('src/');
  const faults: string[] = [];
  if (inSrc && /^(data-build|scripts|tests|bench)\//.test(target))
    faults.push(`imports ${target}: src imports only src`);
  if (path.startsWith('data-build/') && target.startsWith('src/') && !/^src\/(model|domain)\//.test(target)) {
    faults.push(`imports ${target}: data-build may use src/model and src/domain only`);
  }
  if (!inSrc || !target.startsWith('src/')) return faults;
  const [own, other] = [floorOf(path), floorOf(target)];
  if (own === undefined) faults.push('stands on no floor');
  else if (other === undefined) faults.push(`imports ${target}, which stands on no floor`);
  else if (other > own) faults.push(`imports ${target}: floor ${own} reaches up to floor ${other}`);
  if (/^src\/(map|charts)\/.*\.ts$/.test(path) && roomOf(target) === 'src/state') {
    faults.push(`imports ${target}: only components of this floor read state`);
  }
  if (roomOf(path) === 'src/ui' && /^src\/(state|data)\//.test(target)) {
    faults.push(`imports ${target}: widgets get props and send events`);
  }
  return faults;
}

const CANVAS = 'src/map/MapCanvas.svelte';

/** Whether the code makes a MapLibre map, however the class was imported. */
function makesMap(text: string): boolean {
  const named = /import\s*\{([^}]*)\}\s*from\s*['"]maplibre-gl['"]/.exec(text)?.[1] ?? '';
  const local = /(?:^|,)\s*Map(?:\s+as\s+(\w+))?\s*(?=,|$)/.exec(named);
  const names = local ? [local[1] ?? 'Map'] : [];
  return (
    /\bnew\s+\w+\.Map\s*\(/.test(text) ||
    names.some((name) => new RegExp(`\\bnew\\s+${name}\\s*[(<]`).test(text))
  );
}

function codeFaults(path: string, text: string): string[] {
  const own = code(text);
  const faults: string[] = [];
  const talks =
    /(?<![\w.])fetch\s*\(|\b(?:window|globalThis|self)\.fetch\b|\bnew\s+(?:XMLHttpRequest|EventSource|WebSocket)\b|\bsendBeacon\b/;
  if (!path.startsWith('src/data/') && talks.test(own))
    faults.push('talks to the network: only src/data does');
  if (path !== CANVAS && makesMap(own)) faults.push(`makes a map: only ${CANVAS} does`);
  const names = '[\'"](?:full|embed|kiosk|wall)[\'"]';
  const byName = new RegExp(
    `\\bmode\\b\\)?\\s*[!=]==?\\s*${names}|${names}\\s*[!=]==?\\s*[\\w.]*\\bmode\\b|switch\\s*\\([^)]*\\bmode\\s*\\)`,
  );
  if (/^src\/(views|ui|map|charts)\//.test(path) && byName.test(own))
    faults.push('asks for a mode by name: ask for a capability');
  return faults;
}

/** Every breach of the floors, as `path: what`. Tests are exempt: they may reach anywhere. */
export function violations(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => !/\.test\.ts$|\.d\.ts$/.test(path))
    .flatMap(({ path, text }) => {
      if (path.startsWith('stories/'))
        return /\.(ts|js|svelte)$/.test(path) ? [`${path}: stories hold no code`] : [];
      if (path.startsWith('src/') && floorOf(path) === undefined) return [`${path}: stands on no floor`];
      const targets = importsOf(text).flatMap((to) => resolveImport(path, to) ?? []);
      const faults = targets.flatMap((target) => importFaults(path, target));
      if (path.startsWith('src/')) faults.push(...codeFaults(path, text));
      if (
        /^src\//.test(path) &&
        path !== 'src/map/DeckOverlay.svelte' &&
        importsOf(text).some((i) => i.includes('deck.gl'))
      ) {
        faults.push('imports deck.gl: only src/map/DeckOverlay.svelte does');
      }
      return faults.map((fault) => `${path}: ${fault}`);
    });
}
