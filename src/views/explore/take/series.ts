import { formatPeriod, missingLabel } from '../../../domain/format';
import { drawPicture, type PictureLegend } from '../../../domain/picture';
import { drawStrip, pickFrames } from '../../../domain/picture-strip';
import { pictureLegend, pictureMap, pictureOfView, type ShapesByLevel } from '../../../domain/picture-view';
import { sentencesOf } from '../../../domain/sentence';
import { isValue, MISSING } from '../../../model/cell';
import type { ColourTheme } from '../../../domain/colour';
import type { AtlasState } from '../../../state/atlas.svelte';
import { ownPainting, shortUrl, type Whole } from './taken';

/** The series of the level on screen as pictures of one make: same words, same legend, another date. */
export interface Series {
  periods: readonly string[];
  title: string;
  /** A whole picture with its date written large. */
  frame(period: string, size: { width: number; height: number }, css: string): string;
  /** All dates on one sheet, at most twelve of them. */
  strip(size: { width: number; height: number }, css: string): string;
}

export function seriesOf(atlas: AtlasState, whole: Whole, shapes: ShapesByLevel, theme: ColourTheme): Series {
  const { summary, table, geography, manifest } = whole;
  const { level } = atlas;
  const { lang } = atlas.view;
  const periods = table.levels[level]?.periods ?? [];
  const [first = '', last = ''] = [periods[0], periods.at(-1)];
  const area = atlas.selected?.code ?? null;
  const painting = (period: string) => ownPainting(atlas, whole, theme, period);
  const legend = overAll(periods, (period) =>
    pictureLegend({
      lang,
      level,
      summary,
      table,
      extent: table.levels[level]?.extent ?? [0, 0],
      painting: painting(period),
    }),
  );
  const said = sentencesOf({ lang, summary, table, geography, level, period: last, area });
  const subject = said.title.slice(0, said.title.lastIndexOf(','));
  const span = `${formatPeriod(first, lang)}–${formatPeriod(last, lang)}`;
  const input = (period: string, size: { width: number; height: number }, css: string) =>
    pictureOfView({
      lang,
      theme,
      ...size,
      shapes,
      summary,
      table,
      geography,
      level,
      period,
      area,
      picked: atlas.view.picked,
      painting: painting(period),
      ...(legend ? { legend } : {}),
      sentences: { title: subject, finding: '', alt: `${said.alt}` },
      kicker: manifest.themes.find((t) => t.id === summary.theme)?.title[lang] ?? '',
      edition: manifest.edition,
      url: shortUrl(atlas),
      ...(css ? { css } : {}),
    });
  return {
    periods,
    title: subject,
    frame(period, size, css) {
      const { words, ...rest } = input(period, size, css);
      return drawPicture({ ...rest, words: { ...words, stamp: formatPeriod(period, lang) } });
    },
    strip(size, css) {
      const { map: _map, ...rest } = input(last, size, css);
      const title = `${subject}, ${span}`;
      return drawStrip({
        ...rest,
        words: { ...rest.words, title, finding: said.finding, alt: `${title}. ${said.finding}` },
        frames: pickFrames(periods).map((period) => ({
          label: formatPeriod(period, lang),
          map: pictureMap({
            level,
            geography,
            shapes,
            painting: painting(period),
            area,
            picked: atlas.view.picked,
            names: false,
          }),
        })),
      });
    },
  };

  /** The reasons of any date, each once and without a count, which changes from date to date. */
  function overAll(all: readonly string[], of: (period: string) => PictureLegend): PictureLegend | null {
    const base = all.length ? of(all.at(-1)!) : null;
    if (!base) return null;
    const found = new Set(
      all.flatMap((period) =>
        [...painting(period).cells.values()].flatMap((cell) => (isValue(cell) ? [] : [cell.missing])),
      ),
    );
    const missing = MISSING.filter((why) => found.has(why)).map((why) => ({
      why,
      label: missingLabel(why, lang),
    }));
    return { ...base, missing };
  }
}
