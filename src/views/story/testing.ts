import type { Stories, Story, StoryStep } from '../../model/story';

const both = (it: string, en = it) => ({ it, en });

export const testStep = (id: string, more: Partial<StoryStep> = {}): StoryStep => ({
  id,
  view: '',
  hash: '',
  title: both(`Passo ${id}`, `Step ${id}`),
  html: { it: `<p>Testo di ${id}.</p>`, en: `<p>Text of ${id}.</p>`, easy: `<p>Facile ${id}.</p>` },
  alt: both(`Mappa di ${id}`, `Map of ${id}`),
  level: 'zona',
  highlight: [],
  play: null,
  ...more,
});

/** Three steps over the invented city: the first still, the second plays, the third is of another topic. */
export const testStory = (more: Partial<Story> = {}): Story => ({
  schemaVersion: 1,
  slug: 'prova',
  title: both('Prova di storia', 'Trial story'),
  summary: both('Di che cosa parla.', 'What it is about.'),
  theme: 'population',
  authors: ['Redazione'],
  date: '2026-11-25',
  edition: '2026-01-01',
  minutes: { it: 3, en: 2 },
  easy: true,
  steps: [
    testStep('uno', {
      view: '?l=zona&p=2021',
      highlight: [{ code: 'B', name: 'Colli' }],
      html: {
        it: '<p>I <strong>Colli</strong> e <a href="./?l=zona&amp;p=2010">altro</a>.</p>',
        en: '<p>One.</p>',
        easy: '<p>Facile.</p>',
      },
      notes: both('Nota uno.', 'Note one.'),
    }),
    testStep('due', { view: '?l=zona&p=2021', play: ['2010', '2021'] }),
    testStep('tre', { view: '?i=income.mean&l=zona', hash: '#map=13/44.5/11.34' }),
  ],
  sources: [
    {
      title: both('Residenti', 'Residents'),
      publisher: 'Comune di Bologna',
      licence: { title: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
      landingPage: 'https://example.org/data',
      accessed: '2026-01-01',
    },
  ],
  next: null,
  ...more,
});

export const testStories = (): Stories => ({
  schemaVersion: 1,
  stories: [testStory(), testStory({ slug: 'altra', title: both('Altra storia', 'Other story') })].map(
    ({ slug, title, summary, theme, date, minutes, steps, easy }) => ({
      slug,
      title,
      summary,
      theme,
      date,
      minutes,
      steps: steps.length,
      easy,
      cover: {
        width: 4,
        height: 2,
        ramp: 'plum',
        breaks: [1],
        shapes: [{ d: 'M0 0l1 1 1 0z', bin: 0 }],
        circles: [],
      },
    }),
  ),
});
