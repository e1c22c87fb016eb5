import { formatNumber, formatPeriod } from '../../../../domain/format';
import { capital, inPlace } from '../../../../domain/grammar';
import type { Sentences } from '../../../../domain/sentence';
import { kindsWords } from '../../../../i18n/kinds';
import type { AtlasState } from '../../../../state/atlas.svelte';
import type { Things } from './things.svelte';

/** What a map of things says: how many of which kinds, in the whole and in the chosen area. */
export function pointSentences(atlas: AtlasState, things: Things): Partial<Sentences> | null {
  const { geography, level, selected } = atlas;
  const { lang } = atlas.view;
  if (!geography) return null;
  const t = kindsWords(lang).points;
  const { points, on } = things;
  const total = points.category.filter((c) => on.includes(c)).length;
  const names = on.map((c) => points.categories[c]?.title[lang] ?? '');
  const every = on.length === points.categories.length;
  const what = every || !names.length ? points.title[lang] : names.join(', ');
  const when = formatPeriod(points.period, lang);
  const where = selected ? ` ${inPlace({ name: selected.name, level }, lang)}` : '';
  const title = `${what}${where}, ${when}`;
  const here = selected
    ? things.within(geography, level, selected.code).filter((i) => on.includes(points.category[i] ?? -1))
        .length
    : null;
  const said = [
    here === null
      ? ''
      : `${capital(inPlace({ name: selected!.name, level }, lang))}: ${formatNumber(here, 0, lang)}.`,
    `${t.onMap(formatNumber(total, 0, lang))}${every && names.length > 1 ? `: ${tally(things, lang)}` : ''}.`,
  ];
  const finding = said.filter(Boolean).join(' ');
  return {
    title,
    finding,
    alt: `${t.map}. ${title}. ${finding}`,
    caption: `${what}, ${when}`,
    documentTitle: `${title} · ${t.atlas}`,
  };
}

/** "Nidi 84, Scuole dell’infanzia 138". */
function tally({ points, on }: Things, lang: 'it' | 'en'): string {
  return on
    .map((c) => {
      const n = points.category.filter((other) => other === c).length;
      return `${points.categories[c]?.title[lang] ?? ''} ${formatNumber(n, 0, lang)}`;
    })
    .join(', ');
}
