import { screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { summaryOf, tableOf } from '../../domain/testing';
import LinkNotice from './LinkNotice.svelte';
import { onStage, stagedAtlas } from './testing/stage';

const data = {
  indicators: [
    [
      summaryOf({ id: 'a.one', measure: 'share', levels: ['area'], periods: ['2021'] }),
      tableOf({ area: { '2021': [1, 2, 3, 4, 5, 6, 7, 8] } }),
    ] as const,
  ],
};

it('names a kind of map that does not suit the topic, and the one shown, in both languages', async () => {
  const { atlas } = await stagedAtlas(data, '?k=extrusion');
  onStage(atlas, LinkNotice);
  await screen.findByText('Il tipo di mappa «Rilievo» non si adatta a questo tema: mostro «Aree colorate».');
  await atlas.decide({ lang: 'en' });
  await screen.findByText('The kind of map “Relief” does not suit this topic: showing “Shaded areas”.');
  await userEvent.setup().click(screen.getByRole('button', { name: 'Got it' }));
  expect(screen.queryByText(/Relief/)).toBeNull();
});

it('says of an unknown name that it does not exist', async () => {
  const { atlas } = await stagedAtlas(data, '?k=globe&lang=en');
  onStage(atlas, LinkNotice);
  await screen.findByText('“globe” does not exist for the kind of map: using nothing.');
});
