import { cellAt } from '../../../domain/cells';
import { changeMode, changesAt, changeScale, changeSpan } from '../../../domain/change';
import { changeSentences } from '../../../domain/change-sentence';
import { formatCell, formatPeriod } from '../../../domain/format';
import { list } from '../../../domain/grammar';
import { fittingKinds } from '../../../domain/kinds';
import { nearestPeriod } from '../../../domain/period';
import { drawPair, type PictureSide } from '../../../domain/picture-pair';
import { paintingOf, pictureLegend, pictureMap } from '../../../domain/picture-view';
import { pictureWords } from '../../../domain/picture-words';
import { sentencesOf } from '../../../domain/sentence';
import { words as interfaceWords } from '../../../i18n';
import { takeWords } from '../../../i18n/take';
import { CITY_CODE } from '../../../model/ids';
import type { IndicatorSummary, Table } from '../../../model/manifest';
import type { AtlasState } from '../../../state/atlas.svelte';
import { frameWords, type Art } from './art';
import type { Half } from './other-half.svelte';
import type { PictureOrder, Taken, Whole } from './taken';

/** Both maps of a comparison in one picture, the other side first as on screen. */
export function pairArt(
  atlas: AtlasState,
  whole: Whole,
  taken: Taken,
  other: Half,
  order: Pick<PictureOrder, 'shapes' | 'frame'>,
): Art {
  const { geography } = whole;
  const { level, selected } = atlas;
  const { lang } = atlas.view;
  const { theme } = taken;
  const area = selected?.code ?? null;
  const same = other.summary.id === whole.summary.id;
  const period = nearestPeriod(other.table.levels[level]?.periods ?? [], other.view.period);
  const { summary, table } = other;
  const painting = paintingOf({ summary, table, geography, level, period, theme });
  const extent = table.levels[level]?.extent ?? [0, 0];
  const common = { level, geography, area, ...order };
  const sides: [PictureSide, PictureSide] = [
    {
      ...captionOf({ summary, table }, period),
      map: pictureMap({ ...common, painting }),
      legend: pictureLegend({ lang, level, summary, table, extent, painting }),
    },
    {
      ...captionOf(whole, atlas.period),
      map: pictureMap({ ...common, painting: taken.painting, picked: atlas.view.picked }),
      legend: taken.legend,
    },
  ];
  const { title, finding } = same ? overTime(period) : twoTopics();
  const t = takeWords(lang);
  const words = pictureWords({
    ...frameWords(atlas, whole),
    sentences: { title, finding, alt: [t.pairAlt(title), finding].filter(Boolean).join(' ') },
    datasets: same ? taken.datasets : [...table.datasets, ...taken.datasets],
  });
  return {
    words,
    draw: ({ width, height, css }) =>
      drawPair({ lang, theme, width, height, words, sides, ...(css ? { css } : {}) }),
  };

  /** As at the divider on screen. */
  function captionOf(side: { summary: IndicatorSummary; table: Table }, when: string) {
    const [at, code] = selected ? ([level, selected.code] as const) : (['citta', CITY_CODE] as const);
    const cell = cellAt(side.table, geography, at, when, code);
    const value = formatCell(cell, side.summary.unit, side.table.decimals, lang);
    const place = selected?.name ?? interfaceWords(lang).inCity;
    const printed = formatPeriod(when, lang);
    return {
      label: same ? printed : side.summary.title[lang],
      said: `${same ? '' : `${printed} · `}${place} ${value}`,
    };
  }

  function twoTopics() {
    return { title: `${other.summary.title[lang]} · ${whole.summary.title[lang]}`, finding: '' };
  }

  /** One topic at two dates: the finding is what has changed, where that can be said. */
  function overTime(from: string) {
    const { summary, table, manifest } = whole;
    const input = { lang, summary, table, geography, level, period: atlas.period, area };
    const said = sentencesOf(input);
    const subject = said.title.slice(0, said.title.lastIndexOf(','));
    const dates = [from, atlas.period].map((p) => formatPeriod(p, lang));
    const title = `${subject}, ${list([...new Set(dates)], lang)}`;
    const [first, last] = [from, atlas.period].sort() as [string, string];
    const tellable = first !== last && fittingKinds(summary, manifest, table.seriesBreaks).includes('change');
    if (!tellable) return { title, finding: first === last ? said.finding : '' };
    const mode = changeMode(summary.measure);
    const change = { table, geography, level, mode, unit: summary.unit };
    const span = changeSpan(table.levels[level]?.periods ?? [], table, first, last);
    const { finding = '' } = changeSentences({
      ...input,
      span,
      mode,
      decimals: changeScale(change, span).decimals,
      changes: changesAt({ ...change, span }),
    });
    return { title, finding };
  }
}
