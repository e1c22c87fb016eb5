import { readFileSync } from 'node:fs';
import * as v from 'valibot';

/** A JSON file as its schema has it. Throws with the file's name on anything else. */
export function readJson<S extends v.GenericSchema>(schema: S, file: string): v.InferOutput<S> {
  try {
    return v.parse(schema, JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
