import { position } from '../../domain/compare';
import { formatGap, formatValue, levelLabel } from '../../domain/format';
import { areaOf, type ProfileRow, type Spot } from '../../domain/profile';
import { isValue } from '../../model/cell';
import type { Lang } from '../../model/ids';
import type { Geography, IndicatorSummary } from '../../model/manifest';
import type { PlaceWords } from '../../i18n/place';

/** The words beside one figure: against the city, whose it is, and where it stands, without a rank. */

/** "In città 15,6% · 9,1 punti sopra"; of a count, its part of the city's. '' where there is nothing to set it against. */
export function besideCity(row: ProfileRow, summary: IndicatorSummary, t: PlaceWords, lang: Lang): string {
  const { cell, city, difference, verdict, owner, indicator } = row;
  if (owner.level === 'citta') return '';
  if (summary.measure === 'count')
    return isValue(cell) && isValue(city) && city.value > 0
      ? t.ofCity(formatValue((cell.value / city.value) * 100, 'percent', 1, lang))
      : '';
  if (!isValue(city)) return isValue(cell) ? t.noCity : '';
  const there = t.inCity(formatValue(city.value, summary.unit, indicator.decimals, lang));
  if (difference === null) return there;
  if (verdict === 'similar') return `${there} · ${t.similar}`;
  const least = 10 ** -indicator.decimals;
  const gap = formatGap(Math.max(Math.abs(difference), least), summary.unit, indicator.decimals, lang);
  return `${there} · ${verdict === 'above' ? t.above_(gap) : t.below_(gap)}`;
}

/** "dato della zona Bolognina" where the figure is a wider place's, else ''. */
export function whose(row: ProfileRow, spot: Spot, geography: Geography, t: PlaceWords, lang: Lang): string {
  const { level, code } = row.owner;
  if (level === spot.level) return '';
  if (level === 'citta') return t.ownedByCity;
  const name = `${levelLabel(level, lang)} ${areaOf(geography, level, code)?.name ?? code}`;
  return level === 'quartiere' ? t.ownedByM(name) : t.ownedBy(name);
}

/** What the strip shows, in words. The figures of the fragility maps get no "higher than": the city says they are not a ranking. */
export function stripWords(row: ProfileRow, summary: IndicatorSummary, t: PlaceWords, lang: Lang): string {
  const plural = levelLabel(row.owner.level, lang, { plural: true });
  if (!isValue(row.cell) || summary.theme === 'fragility' || summary.measure === 'index')
    return t.stripPlain(row.values.length, plural);
  return t.strip(position(row.cell.value, row.values).below, Math.max(0, row.values.length - 1), plural);
}
