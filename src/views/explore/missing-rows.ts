import { missingStyle, type ColourTheme } from '../../domain/colour';
import { levelLabel, missingLabel } from '../../domain/format';
import { isValue, MISSING, type Cell } from '../../model/cell';
import type { Lang, Level } from '../../model/ids';

/**
 * Rows of a legend for the reasons that occur among cells, with how many areas each concerns. `slim`: what is counted is named once, at
 * the end, so that two reasons find room beside each other on a phone.
 */
export function missingRows(
  cells: Iterable<Cell>,
  level: Level,
  theme: ColourTheme,
  lang: Lang,
  slim = false,
) {
  const all = [...cells];
  const found = MISSING.flatMap((why) => {
    const n = all.filter((cell) => !isValue(cell) && cell.missing === why).length;
    return n ? [{ why, n }] : [];
  });
  return found.map(({ why, n }, i) => {
    const noun = slim && i < found.length - 1 ? '' : ` ${levelLabel(level, lang, { plural: n !== 1 })}`;
    return { key: why, label: missingLabel(why, lang), count: `${n}${noun}`, ...missingStyle(why, theme) };
  });
}
