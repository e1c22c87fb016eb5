import { cellAt, cellsAt } from '../../../domain/cells';
import { changeMode, changesAt, changeScale, changeSpan } from '../../../domain/change';
import { changeSentences } from '../../../domain/change-sentence';
import { correlationSentence, FEWEST_PAIRS, pairsOf } from '../../../domain/correlation';
import { formatCell, formatPeriod, levelLabel } from '../../../domain/format';
import { list } from '../../../domain/grammar';
import { fittingKinds } from '../../../domain/kinds';
import { nearestPeriod } from '../../../domain/period';
import { drawPair, type PictureSide } from '../../../domain/picture-pair';
import { paintingOf, pictureLegend, pictureMap } from '../../../domain/picture-view';
import { pictureWords } from '../../../domain/picture-words';
import { sentencesOf } from '../../../domain/sentence';
import { words as interfaceWords } from '../../../i18n';
import { kindsWords } from '../../../i18n/kinds';
import { takeWords } from '../../../i18n/take';
import { CITY_CODE } from '../../../model/ids';
import { mapKindOf } from '../../../model/unit';
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
  /** The other side is always painted the indicator's own way. */
  const kind = atlas.mapKind === atlas.ownKind ? '' : kindsWords(lang).kinds[atlas.mapKind].name;
  const period = nearestPeriod(other.table.levels[level]?.periods ?? [], other.view.period);
  const { summary, table } = other;
  const painting = paintingOf({ summary, table, geography, level, period, theme });
  const extent = table.levels[level]?.extent ?? [0, 0];
  const common = { level, geography, area, ...order };
  const sides: [PictureSide, PictureSide] = [
    {
      ...captionOf({ summary, table }, period, ''),
      map: pictureMap({ ...common, painting }),
      legend: pictureLegend({ lang, level, summary, table, extent, painting }),
    },
    {
      ...captionOf(whole, atlas.period, kind),
      map: pictureMap({ ...common, painting: taken.painting, picked: atlas.view.picked }),
      legend: taken.legend,
    },
  ];
  const t = takeWords(lang);
  const { title, finding, heading } = same ? overTime(period) : twoTopics();
  const words = pictureWords({
    ...frameWords(atlas, whole),
    ...(same ? {} : { kicker: themes() }),
    sentences: { title, finding, alt: [t.pairAlt(title), finding].filter(Boolean).join(' ') },
    datasets: same ? taken.datasets : [...table.datasets, ...taken.datasets],
  });
  return {
    words,
    draw: ({ width, height, css }) =>
      drawPair({
        lang,
        theme,
        width,
        height,
        words,
        sides,
        ...(heading ? { heading } : {}),
        ...(css ? { css } : {}),
      }),
  };

  function themes() {
    const ids = new Set([other.summary.theme, whole.summary.theme]);
    const titles = [...ids].map((id) => whole.manifest.themes.find((theme) => theme.id === id)?.title[lang]);
    return titles.filter(Boolean).join(' · ');
  }

  /** As at the divider on screen. */
  function captionOf(side: { summary: IndicatorSummary; table: Table }, when: string, painted: string) {
    const [at, code] = selected ? ([level, selected.code] as const) : (['citta', CITY_CODE] as const);
    const cell = cellAt(side.table, geography, at, when, code);
    const value = formatCell(cell, side.summary.unit, side.table.decimals, lang);
    const place = selected?.name ?? interfaceWords(lang).inCity;
    const printed = formatPeriod(when, lang);
    return {
      label: same ? painted || printed : side.summary.title[lang],
      said: [...(same && !painted ? [] : [printed]), ...(same ? [] : [painted]), `${place} ${value}`]
        .filter(Boolean)
        .join(' · '),
    };
  }

  /** Two topics: how far they go together, where each is a number that can be set against the other. */
  function twoTopics() {
    const [x, y] = [other.summary.title[lang], whole.summary.title[lang]];
    const own = cellsAt(whole.table, geography, level, atlas.period);
    const pairs = pairsOf(painting.cells, own);
    const shaded = [other, whole].every((side) => mapKindOf(side.summary.measure) === 'choropleth');
    return {
      title: `${x} · ${y}`,
      heading: t.twoTopics(levelLabel(level, lang)),
      finding:
        shaded && pairs.length >= FEWEST_PAIRS ? correlationSentence(pairs, { lang, level, x, y }) : '',
    };
  }

  /** One topic at two dates: the finding is what has changed, where that can be said. */
  function overTime(from: string): { title: string; finding: string; heading?: string } {
    if (kind) return taken.sentences;
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
