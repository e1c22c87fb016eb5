import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { LevelSchema, TextSchema } from '../../src/model/ids';
import { readJson } from '../steps/read-json';
import type { ClassChange } from './classes';
import type { DatasetChange } from './dataset';
import { HISTORY } from './folder';
import type { MethodChange, Methods } from './methods';

/** One refresh that changed something. */
export interface Run {
  datasets: DatasetChange[];
  methods: MethodChange[];
  classes: ClassChange[];
}

/**
 * `changes/<edition>.json`: what became of the edition before. An edition refreshed several times in a day has several runs,
 * each against the state the one before left. The first edition has one, against nothing, and is told anew each time.
 */
export interface History {
  edition: string;
  previous: string | null;
  runs: Run[];
  /** Definitions as they stood at the last run: what the next edition is compared with. */
  methods: Methods;
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const date = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
const names = v.array(v.string());
const way = v.picklist(['added', 'changed', 'removed']);
const classOf = v.union([count, v.picklist(['s', 'n', 'u', 'x'])]);

export const HistorySchema: v.GenericSchema<History> = v.object({
  edition: date,
  previous: v.nullable(date),
  runs: v.array(
    v.object({
      datasets: v.array(
        v.object({
          id: v.string(),
          title: TextSchema,
          change: way,
          from: v.nullable(v.string()),
          to: v.nullable(v.string()),
          raw: v.boolean(),
          described: names,
          files: v.array(
            v.object({
              file: v.string(),
              key: names,
              added: count,
              changed: count,
              removed: count,
              periods: names,
              columns: v.exactOptional(v.object({ added: names, removed: names })),
              examples: v.object({ added: names, changed: names, removed: names }),
            }),
          ),
        }),
      ),
      methods: v.array(v.object({ indicator: v.string(), change: way })),
      classes: v.array(
        v.object({
          indicator: v.string(),
          level: LevelSchema,
          period: v.string(),
          breaks: v.boolean(),
          areas: v.record(v.string(), v.tuple([classOf, classOf])),
        }),
      ),
    }),
  ),
  methods: v.record(v.string(), v.string()),
});

/** The whole history, oldest edition first; [] when none is written. */
export function readHistories(edition: string): History[] {
  const folder = join(edition, HISTORY);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => readJson(HistorySchema, join(folder, name)));
}
