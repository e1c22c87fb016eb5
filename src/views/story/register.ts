import type { Lang } from '../../model/ids';
import type { StoryStep } from '../../model/story';

/** A step's text in the register the reader chose; where a step has no easy text, its standard one. */
export const htmlOf = ({ html }: Pick<StoryStep, 'html'>, lang: Lang, easy: boolean): string =>
  (lang === 'it' && easy ? html.easy : undefined) ?? html[lang];
