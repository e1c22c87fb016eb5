import type { Manifest } from '../../model/manifest';
import type { ViewState } from '../../model/view';
import { printView } from '../../state/url';

/**
 * A view as a step of a story. Topic, level and period are always written out: what is left to a default would move with the next
 * edition while the words stay. Language, theme and mode belong to the reader.
 */
export function stepBlock(view: ViewState, manifest: Manifest, hash: string): string {
  const bare: ViewState = {
    ...view,
    page: 'explore',
    story: null,
    step: null,
    form: 'read',
    easy: false,
    lang: 'it',
    theme: 'auto',
    mode: 'full',
  };
  const said = new URLSearchParams(printView(bare, manifest));
  for (const key of ['i', 'l', 'p']) said.delete(key);
  const rest = said.size ? `&${said}` : '';
  return `## id-del-passo

\`\`\`step
view: "?i=${view.indicator}&l=${view.level}&p=${view.period}${rest}${hash}"
title: { it: "Titolo", en: "Title" }
\`\`\`

### it

Testo.

### en

Text.
`;
}
