import type { World } from './world';

/** A story that passes every check, to write over: one step with a figure, one that plays through the years. */
export function scaffold(world: World, today: string): string {
  const id = 'population.residents';
  const periods = world.table(id).levels.zona?.periods ?? [];
  const [first, last] = [periods[0]!, periods.at(-1)!];
  const zone = world.geography.levels.zona![0]!.code;
  return `---
title: { it: "Titolo del racconto", en: "Title of the story" }
summary: { it: "Di che cosa parla, in una o due frasi.", en: "What it is about, in a sentence or two." }
theme: population
cover: "?i=${id}&l=zona&p=${last}"
authors: ["Nome Cognome"]
date: ${today}
edition: ${world.edition}
---

## inizio

\`\`\`step
view: "?i=${id}&l=zona&p=${last}"
title: { it: "Dove si comincia", en: "Where it begins" }
highlight: [${zone}]
\`\`\`

### it

A Bologna vivono {{${id} | citta | ${last}}}; nella zona {{name | zona=${zone}}} sono {{${id} | zona=${zone} | ${last} | number}}.

### en

Bologna is home to {{${id} | citta | ${last}}}; the {{name | zona=${zone}}} zone to {{${id} | zona=${zone} | ${last} | number}}.

## nel-tempo

\`\`\`step
view: "?i=${id}&l=zona&p=${last}"
title: { it: "Come è cambiata", en: "How it changed" }
play: ${first}..${last}
notes: { it: "Solo per chi presenta.", en: "For the presenter only." }
\`\`\`

### it

Dal ${first} la città è cambiata: {{${id} | citta | ${first}..${last} | signed}}.

### en

The city has changed since ${first}: {{${id} | citta | ${first}..${last} | signed}}.
`;
}
