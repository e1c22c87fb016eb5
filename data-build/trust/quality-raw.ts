import * as v from 'valibot';
import { RawProfileSchema, type RawProfile } from '../../src/model/quality';
import type { DatasetMeta } from '../edition-reader';

export interface RawQuality extends RawProfile {
  file: string;
}

/** What a refresh measured in the raw exports of a dataset; a source of another format, or of an edition from before, says nothing. */
export const rawQuality = (sources: DatasetMeta['sources']): RawQuality[] =>
  sources.flatMap(({ path, profile }) => {
    const measured = v.parse(v.nullish(RawProfileSchema), profile);
    return measured ? [{ file: path, ...measured }] : [];
  });
