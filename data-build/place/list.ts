import type { Text } from '../../src/model/ids';
import type { PlaceGroup, PlaceIndicator } from '../../src/model/place';

interface Choice {
  id: string;
  group: PlaceGroup;
  /** Its name beside its value, where its own is too long. */
  title?: Text;
  /** As said of a place: "ha più residenti stranieri". A side left out is no news: nearly every home in town is near a stop and near green. */
  more?: Text;
  less?: Text;
  /** Its name among the reasons why two places are alike. */
  called?: Text;
  vector?: PlaceIndicator['vector'];
}

const t = (it: string, en: string): Text => ({ it, en });
/** "più …" / "meno …". */
const many = (it: string, en: string): Pick<Choice, 'more' | 'less'> => ({
  more: t(`più ${it}`, `more ${en}`),
  less: t(`meno ${it}`, `fewer ${en}`),
});

/** A list at the general election of 2022: most people know them by the first half of their names. */
const listOf = (id: string, name: string): Choice => ({
  id: `elections.chamber2022_${id}`,
  group: 'vote',
  title: t(`${name} (Camera)`, `${name} (Chamber)`),
});

/**
 * What the neighbourhood page tells, chapter by chapter. A figure of the fragility maps has no words for a headline: the city asks
 * that they are not read as a ranking; nor have votes for a list, so that no place is called by its vote. Counts of a
 * few things have none either: one nursery more would turn the sentence round; nor density, which only tells streets from fields.
 */
export const CHOICE: readonly Choice[] = [
  { id: 'population.residents', group: 'people' },
  { id: 'population.density', group: 'people', called: t('densità', 'density'), vector: 'log' },
  {
    id: 'population.under15_share',
    group: 'people',
    ...many('bambini e ragazzi sotto i 15 anni', 'children under 15'),
    called: t('bambini e ragazzi', 'children'),
    vector: 'linear',
  },
  {
    id: 'population.age15_24_share',
    group: 'people',
    ...many('giovani fra 15 e 24 anni', 'people aged 15 to 24'),
  },
  {
    id: 'population.age25_34_share',
    group: 'people',
    ...many('giovani adulti fra 25 e 34 anni', 'young adults aged 25 to 34'),
    called: t('giovani adulti', 'young adults'),
    vector: 'linear',
  },
  {
    id: 'population.over65_share',
    group: 'people',
    ...many('anziani', 'older people'),
    called: t('anziani', 'older people'),
    vector: 'linear',
  },
  { id: 'population.mean_age', group: 'people' },
  {
    id: 'population.change_10y',
    group: 'people',
    more: t('una popolazione che cresce di più', 'a population that grows more'),
    less: t('una popolazione che cresce meno o cala', 'a population that grows less or shrinks'),
    called: t('crescita degli abitanti', 'growth of residents'),
    vector: 'linear',
  },
  { id: 'households.count', group: 'households' },
  {
    id: 'households.single_share',
    group: 'households',
    ...many('famiglie di una sola persona', 'one-person households'),
    called: t('famiglie di una persona', 'one-person households'),
    vector: 'linear',
  },
  {
    id: 'households.three_plus_share',
    group: 'households',
    ...many('famiglie di tre o più persone', 'households of three or more'),
    called: t('famiglie di tre o più', 'households of three or more'),
    vector: 'linear',
  },
  {
    id: 'population.foreign_share',
    group: 'origins',
    ...many('residenti stranieri', 'foreign residents'),
    called: t('residenti stranieri', 'foreign residents'),
    vector: 'linear',
  },
  { id: 'origins.foreign_under15_share', group: 'origins' },
  {
    id: 'origins.born_bologna_share',
    group: 'origins',
    ...many('residenti nati a Bologna', 'residents born in Bologna'),
  },
  {
    id: 'origins.born_south_share',
    group: 'origins',
    ...many('residenti nati nel Sud e nelle Isole', 'residents born in southern Italy and the islands'),
  },
  { id: 'origins.born_abroad_share', group: 'origins' },
  {
    id: 'income.mean',
    group: 'money',
    more: t('redditi più alti', 'higher incomes'),
    less: t('redditi più bassi', 'lower incomes'),
    called: t('redditi', 'incomes'),
    vector: 'linear',
  },
  { id: 'income.median', group: 'money' },
  {
    id: 'work.jobs_per_100_residents',
    group: 'money',
    more: t('più posti di lavoro per chi ci abita', 'more jobs for those who live there'),
    less: t('meno posti di lavoro per chi ci abita', 'fewer jobs for those who live there'),
    called: t('posti di lavoro', 'jobs'),
    vector: 'log',
  },
  {
    id: 'housing.airbnb_per1000',
    group: 'home',
    title: t('Annunci Airbnb, su famiglie', 'Airbnb listings, by households'),
    ...many('annunci Airbnb per famiglia', 'Airbnb listings per household'),
    called: t('annunci Airbnb', 'Airbnb listings'),
    vector: 'log',
  },
  {
    id: 'housing.tourist_homes_per1000',
    group: 'home',
    title: t('Case per turisti, su famiglie', 'Tourist homes, by households'),
  },
  { id: 'fragility.rented_share', group: 'home' },
  { id: 'education.nursery_per1000', group: 'school' },
  { id: 'education.nursery_near', group: 'school' },
  { id: 'education.primary_near', group: 'school' },
  { id: 'fragility.graduates25_44_share', group: 'school' },
  { id: 'services.social_per1000', group: 'services', title: t('Risorse sociali', 'Social resources') },
  {
    id: 'services.library_near',
    group: 'services',
    more: t('più case vicine a una biblioteca', 'more homes near a library'),
    less: t('meno case vicine a una biblioteca', 'fewer homes near a library'),
  },
  { id: 'services.toilet_near', group: 'services' },
  {
    id: 'mobility.bus_stops_near_share',
    group: 'streets',
    less: t('meno case vicine a una fermata', 'fewer homes near a bus stop'),
  },
  {
    id: 'mobility.cycle_km_per_km2',
    group: 'streets',
    more: t('una rete ciclabile più fitta', 'a denser cycle network'),
    less: t('una rete ciclabile più rada', 'a sparser cycle network'),
    called: t('percorsi ciclabili', 'cycle routes'),
    vector: 'log',
  },
  {
    id: 'mobility.rack_places_per1000',
    group: 'streets',
    title: t('Posti per biciclette', 'Bicycle parking places'),
  },
  { id: 'mobility.accidents_per1000', group: 'streets', title: t('Incidenti stradali', 'Road accidents') },
  {
    id: 'environment.green_near_share',
    group: 'green',
    less: t('meno case vicine al verde', 'fewer homes near public green'),
  },
  { id: 'environment.park_near_share', group: 'green' },
  {
    id: 'participation.proposals',
    group: 'participation',
    title: t('Proposte al bilancio partecipativo', 'Proposals for the participatory budget'),
  },
  {
    id: 'participation.proposals_rate',
    group: 'participation',
    title: t('Proposte per abitante', 'Proposals per resident'),
  },
  {
    id: 'elections.turnout_municipal',
    group: 'vote',
    title: t('Affluenza alle comunali', 'Turnout, municipal'),
    more: t('più affluenza alle comunali', 'a higher turnout at municipal elections'),
    less: t('meno affluenza alle comunali', 'a lower turnout at municipal elections'),
    called: t('affluenza alle comunali', 'turnout at municipal elections'),
    vector: 'linear',
  },
  {
    id: 'elections.turnout_chamber',
    group: 'vote',
    title: t('Affluenza alle politiche', 'Turnout, general'),
  },
  {
    id: 'elections.turnout_european',
    group: 'vote',
    title: t('Affluenza alle europee', 'Turnout, European'),
  },
  listOf('pd', 'Partito Democratico'),
  listOf('fdi', 'Fratelli d’Italia'),
  listOf('azione_iv', 'Azione – Italia Viva'),
  listOf('m5s', 'Movimento 5 Stelle'),
  listOf('avs', 'Alleanza Verdi e Sinistra'),
];
