import { diffDataset } from '../history/dataset';
import { findDrifts } from './drift';
import type { Folder } from './edition';

/**
 * What a refresh does to a dataset, as lines for the keeper: rows or features that come, change and go, by file, then each drift
 * of the source with what to do about it. Nothing when not a byte changes.
 */
export function describeRefresh(id: string, before: Folder, after: Folder): string[] {
  const change = diffDataset(id, before, after);
  if (!change) return [];
  const lines = change.files.map(({ file, added, changed, removed, periods }) => {
    const unit = file.endsWith('.csv') ? 'rows' : 'features';
    const span = periods.length === 0 ? '' : ` (${[...new Set([periods[0], periods.at(-1)])].join('–')})`;
    return `${file}: ${unit} ${added} added, ${changed} changed, ${removed} removed${span}`;
  });
  if (change.change === 'changed' && change.described.length > 0)
    lines.push(`description: ${change.described.join(', ')} changed`);
  for (const [file, text] of after) {
    const old = before.get(file);
    if (old === undefined || old === text || !file.endsWith('.csv')) continue;
    for (const { finding, todo } of findDrifts(old, text))
      lines.push(`drift in ${file}: ${finding}. ${todo}`);
  }
  return lines;
}
