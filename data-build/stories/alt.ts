import { stripesOf, stripesSentence } from '../../src/domain/baseline';
import { cellAt } from '../../src/domain/cells';
import { seriesSentence } from '../../src/domain/chart-series';
import { spreadText } from '../../src/domain/chart-spread';
import { chartShown, fittingCharts } from '../../src/domain/charts';
import { isValue } from '../../src/model/cell';
import { CITY_CODE, type Lang, type Text } from '../../src/model/ids';
import type { StoryStep } from '../../src/model/story';
import type { ViewState } from '../../src/model/view';
import { paint } from './painting';
import { full } from './painting-kinds';
import type { StepView } from './view';
import { indicator, type World } from './world';

/** The sentence the atlas has for the view, and what the step adds to the picture. */
export function altOf(
  { view }: StepView,
  highlight: StoryStep['highlight'],
  play: StoryStep['play'],
  world: World,
): Text {
  const { sentences } = paint(view, world, play?.[1]);
  const ended = { ...view, period: play?.[1] ?? view.period };
  const make = (lang: Lang): string => {
    const it = lang === 'it';
    const said = sentences(lang);
    const base =
      view.display === 'charts'
        ? `${it ? 'Grafico' : 'Chart'}. ${said.title}. ${chartSentence(ended, highlight, world, lang) || said.finding}`
        : said.alt;
    const names = highlight.map(({ name }) => name).join(', ');
    const shownNames = names ? ` ${it ? 'In evidenza' : 'Highlighted'}: ${names}.` : '';
    const years = play
      ? it
        ? ` La mappa scorre dal ${play[0]} al ${play[1]}.`
        : ` The map runs from ${play[0]} to ${play[1]}.`
      : '';
    return base + shownNames + years;
  };
  return { it: make('it'), en: make('en') };
}

/**
 * What the chart of a view says, as it stands over it on screen; '' for charts that draw from files of their own (ages, days, hours,
 * half hours), which the plain pages tell when they draw them, and for a scatter, whose words need its second number.
 */
function chartSentence(view: ViewState, highlight: StoryStep['highlight'], world: World, lang: Lang): string {
  const { table, summary: bare } = indicator(world, view.indicator);
  const summary = full(bare);
  const { geography } = world;
  const { level, period, area } = view;
  const picked = [...new Set([...view.picked, ...highlight.map(({ code }) => code)])].sort();
  const asked = { lang, summary, table, geography, level, period, area };
  switch (chartShown(view.chart, fittingCharts(summary, table, { layers: [...world.layers] }))) {
    case 'series':
      return seriesSentence({ ...asked, picked });
    case 'stripes': {
      const stripes = stripesOf(summary, table, geography);
      return stripes ? stripesSentence(stripes, { summary, table, lang }) : '';
    }
    case 'spread': {
      const cell = cellAt(table, geography, 'citta', period, CITY_CODE);
      const city = summary.measure !== 'count' && isValue(cell) ? cell.value : null;
      return spreadText({ ...asked, city });
    }
    default:
      return '';
  }
}
