import type { ClassChange, ClassOf } from './classes';
import type { DatasetChange } from './dataset';
import type { History, Run } from './model';
import { editionSentence, WAYS } from './words';

/** `changes/<edition>.md`: the same for a reader; headings in Italian and English, names and keys as they stand. */
export function historyText(history: History): string {
  const lines = [
    `# Cosa è cambiato · What changed: ${history.edition}`,
    '',
    editionSentence(history, 'it'),
    '',
    editionSentence(history, 'en'),
    '',
  ];
  history.runs.forEach((run, i) => {
    if (history.runs.length > 1) lines.push(`## Aggiornamento · Refresh ${i + 1}`, '');
    lines.push(...runLines(run, history.runs.length > 1 ? '###' : '##'));
  });
  return `${lines.join('\n').trimEnd()}\n`;
}

const runLines = (run: Run, heading: string): string[] => [
  `${heading} Dataset · Datasets`,
  '',
  ...run.datasets.flatMap(datasetLines),
  '',
  ...section(
    `${heading} Metodi · Methods`,
    run.methods.map(({ indicator, change }) => `- \`${indicator}\`: ${WAYS[change].it} · ${WAYS[change].en}`),
  ),
  ...section(`${heading} Aree che cambiano classe · Areas that change class`, run.classes.map(classLine)),
];

const section = (heading: string, lines: string[]): string[] =>
  lines.length ? [heading, '', ...lines, ''] : [];

const spanOf = (periods: readonly string[]): string =>
  periods.length < 4 ? periods.join(' ') : `${periods[0]}–${periods.at(-1)} (${periods.length})`;

function datasetLines(change: DatasetChange): string[] {
  const { it, en } = WAYS[change.change];
  const described = change.described.length
    ? ` Descrizione · Description: ${change.described.join(', ')}.`
    : '';
  return [
    `- **${change.id}** (${change.title.it} · ${change.title.en}): ${it} · ${en}.${described}`,
    ...change.files.map((file) => {
      const periods = file.periods.length ? `; ${spanOf(file.periods)}` : '';
      const named = (['added', 'changed', 'removed'] as const).flatMap((way) =>
        file.examples[way].length
          ? [`${way === 'added' ? '+' : way === 'changed' ? '~' : '−'} \`${file.examples[way].join('` `')}\``]
          : [],
      );
      return `  - \`${file.file}\`: +${file.added} ~${file.changed} −${file.removed}${periods}${named.length ? `; ${file.key.join('|')}: ${named.join(' ')}` : ''}`;
    }),
  ];
}

/** Readers count classes from 1, as the atlas does on screen; a letter is a reason (see src/model/cell.ts). */
const classOf = (one: ClassOf): string => (typeof one === 'number' ? String(one + 1) : one);
const classLine = ({ indicator, level, period, breaks, areas }: ClassChange): string =>
  `- \`${indicator}\` ${level} ${period}: ${Object.entries(areas)
    .map(([code, [from, to]]) => `${code} ${classOf(from)}→${classOf(to)}`)
    .join(', ')}${breaks ? ' (limiti di classe spostati · class limits moved)' : ''}`;
