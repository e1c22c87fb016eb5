import { missingStyle, type ColourTheme } from '../../domain/colour';
import { levelLabel, missingLabel } from '../../domain/format';
import { isValue, MISSING, type Cell } from '../../model/cell';
import type { Lang, Level } from '../../model/ids';

/** Rows of a legend for the reasons that occur among cells, with how many areas each concerns. */
export function missingRows(cells: Iterable<Cell>, level: Level, theme: ColourTheme, lang: Lang) {
  const all = [...cells];
  return MISSING.flatMap((why) => {
    const n = all.filter((cell) => !isValue(cell) && cell.missing === why).length;
    const count = `${n} ${levelLabel(level, lang, { plural: n !== 1 })}`;
    return n ? [{ key: why, label: missingLabel(why, lang), count, ...missingStyle(why, theme) }] : [];
  });
}
