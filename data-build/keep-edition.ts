import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { API } from './steps/api';
import { readConfig } from './trust/config';
import { archiveFile, packEdition, unpack, unpackEdition } from './trust/kept';

const HERE = dirname(fileURLToPath(import.meta.url));

/**
 * Sets the edition of a build aside in `folder`, so that its address outlives the next one: writes its archive and puts its id
 * into editions.json. `data`: the build's output. Returns the id. Throws when it is too large or was kept with other figures.
 */
export function keepEdition(data: string, folder: string): string {
  const dir = join(data, API);
  const { edition: id } = JSON.parse(readFileSync(join(dir, 'index.json'), 'utf8')) as { edition: string };
  const file = archiveFile(folder, id);
  const packed = packEdition(dir);
  const archive = unpack(packed);
  if (existsSync(file)) {
    const same = JSON.stringify(unpackEdition(file)) === JSON.stringify(archive);
    if (!same)
      throw new Error(`${file}: edition ${id} was kept with other figures; a kept edition does not change.`);
  } else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, packed);
  }
  const config = readConfig(folder);
  if (!config.keep.includes(id))
    writeFileSync(
      join(folder, 'editions.json'),
      `${JSON.stringify({ ...config, keep: [...config.keep, id].sort() }, null, 2)}\n`,
    );
  return id;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  console.log(`kept edition ${keepEdition(resolve(HERE, '../public/data'), HERE)}`);
