import type { Text } from '../../src/model/ids';
import { SMALL_BASE } from '../bases/grid';
import { homesAndRest, LICENCE_KINDS, licences } from '../bases/lodging';
import { countCells, householdBase, rates, shares, SMALL } from '../bases/places';
import { t } from '../bases/tally';
import type { Indicator } from '../model';

const REGISTER = t(
  'È il registro delle attività: conta licenze, non letti. Un subentro chiude una licenza e ne apre un’altra. Sono escluse le licenze sospese, rifiutate o in attesa.',
  'This is the register of businesses: it counts licences, not beds. A takeover closes one licence and opens another. Suspended, refused or pending licences are left out.',
);
const SINCE = t(
  'La serie comincia nel 2005: prima il registro è incompleto.',
  'The series begins in 2005: before that the register is incomplete.',
);
const CITY = t(
  'Il totale della città comprende poche decine di licenze senza area statistica.',
  'The city total includes a few dozen licences without a statistical area.',
);
const HOUSEHOLDS = t(
  `Le famiglie sono quelle anagrafiche del 31 dicembre dello stesso anno, pubblicate dal 2016 al 2023. Con meno di ${SMALL_BASE.households} famiglie il valore non è mostrato.`,
  `Households are those registered on 31 December of the same year, published from 2016 to 2023. With fewer than ${SMALL_BASE.households} households the value is not shown.`,
);

const common = {
  theme: 'housing',
  pon: 'housing',
  ramp: 'ochre',
  notApplicable: [],
  seriesBreaks: [],
  direction: 'neither',
} as const;

interface Words {
  title: Text;
  question: Text;
  sentence: Text;
  definition: Text;
}

function count(
  id: string,
  order: number,
  measure: 'active' | 'openings' | 'closings',
  kinds: readonly string[] | undefined,
  words: Words,
): Indicator {
  return {
    ...common,
    ...words,
    id: `housing.${id}`,
    order,
    method: t(
      measure === 'active'
        ? 'Licenze iniziate entro il 31 dicembre e non ancora cessate quel giorno, per area statistica e per i livelli più ampi.'
        : 'Licenze per anno della data del registro, per area statistica e per i livelli più ampi.',
      measure === 'active'
        ? 'Licences begun by 31 December and not closed on that day, by statistical area and for wider levels.'
        : 'Licences by year of the date in the register, by statistical area and for wider levels.',
    ),
    notes: [REGISTER, SINCE, CITY],
    measure: 'count',
    unit: 'number',
    denominator: null,
    decimals: 0,
    datasets: ['accommodation-licences'],
    compute: (edition, geography) => countCells(licences(edition, geography, measure, kinds)),
  };
}

export const indicators: Indicator[] = [
  count('lodging_active', 20, 'active', undefined, {
    title: t('Attività ricettive', 'Accommodation businesses'),
    question: t('Come è cresciuta l’ospitalità turistica?', 'How did tourist accommodation grow?'),
    sentence: t('le attività ricettive sono {n}', 'the number of accommodation businesses is {n}'),
    definition: t(
      'Alberghi, affittacamere, bed & breakfast, case per vacanze e appartamenti turistici con licenza attiva al 31 dicembre.',
      'Hotels, rooms, bed & breakfasts, holiday homes and tourist flats with an active licence on 31 December.',
    ),
  }),
  {
    ...common,
    id: 'housing.lodging_per1000',
    order: 21,
    title: t('Attività ricettive ogni 1.000 famiglie', 'Accommodation businesses per 1,000 households'),
    question: t(
      'Quante attività ricettive ci sono in rapporto alle famiglie che abitano qui?',
      'How many accommodation businesses are there beside the households that live here?',
    ),
    sentence: t(
      'ci sono {n} attività ricettive ogni 1.000 famiglie residenti',
      'there are {n} accommodation businesses per 1,000 resident households',
    ),
    definition: t(
      'Licenze ricettive attive al 31 dicembre ogni 1.000 famiglie residenti.',
      'Accommodation licences active on 31 December per 1,000 resident households.',
    ),
    method: t(
      'Licenze e famiglie delle aree contenute sono sommate prima e divise poi.',
      'Licences and households of the areas contained are summed first and divided afterwards.',
    ),
    notes: [REGISTER, HOUSEHOLDS],
    measure: 'rate',
    unit: 'per1000',
    denominator: t('famiglie residenti', 'resident households'),
    decimals: 1,
    datasets: ['accommodation-licences', 'households'],
    compute: (edition, geography) =>
      rates(
        licences(edition, geography, 'active'),
        householdBase(edition, geography),
        0,
        SMALL_BASE.households,
      ),
  },
  count('tourist_homes', 22, 'active', LICENCE_KINDS.homes, {
    title: t('Case e appartamenti per turisti', 'Tourist homes and flats'),
    question: t(
      'Quante case sono registrate per l’affitto ai turisti?',
      'How many homes are registered for letting to tourists?',
    ),
    sentence: t(
      'le case e gli appartamenti per turisti sono {n}',
      'the number of tourist homes and flats is {n}',
    ),
    definition: t(
      'Appartamenti ammobiliati a uso turistico e case e appartamenti per vacanze con licenza attiva al 31 dicembre.',
      'Furnished flats for tourists and holiday homes with an active licence on 31 December.',
    ),
  }),
  {
    ...common,
    id: 'housing.tourist_homes_per1000',
    order: 23,
    title: t('Case per turisti ogni 1.000 famiglie', 'Tourist homes per 1,000 households'),
    question: t(
      'Quante case sono per turisti, in rapporto a chi abita qui?',
      'How many homes are for tourists, beside those who live here?',
    ),
    sentence: t(
      'ci sono {n} case per turisti ogni 1.000 famiglie residenti',
      'there are {n} tourist homes per 1,000 resident households',
    ),
    definition: t(
      'Appartamenti turistici e case per vacanze attivi al 31 dicembre ogni 1.000 famiglie residenti.',
      'Tourist flats and holiday homes active on 31 December per 1,000 resident households.',
    ),
    method: t(
      'Licenze e famiglie delle aree contenute sono sommate prima e divise poi.',
      'Licences and households of the areas contained are summed first and divided afterwards.',
    ),
    notes: [REGISTER, HOUSEHOLDS],
    measure: 'rate',
    unit: 'per1000',
    denominator: t('famiglie residenti', 'resident households'),
    decimals: 1,
    datasets: ['accommodation-licences', 'households'],
    compute: (edition, geography) =>
      rates(
        licences(edition, geography, 'active', LICENCE_KINDS.homes),
        householdBase(edition, geography),
        0,
        SMALL_BASE.households,
      ),
  },
  {
    ...common,
    id: 'housing.tourist_homes_share',
    order: 24,
    title: t('Quota di case per turisti', 'Share of tourist homes'),
    question: t(
      'L’ospitalità è fatta di alberghi e camere, o di case intere?',
      'Is accommodation made of hotels and rooms, or of entire homes?',
    ),
    sentence: t(
      '{n} attività ricettive ogni 100 sono case o appartamenti',
      '{n} of every 100 accommodation businesses are homes or flats',
    ),
    definition: t(
      'Appartamenti turistici e case per vacanze ogni 100 attività ricettive attive al 31 dicembre.',
      'Tourist flats and holiday homes per 100 accommodation businesses active on 31 December.',
    ),
    method: t(
      'Licenze delle aree contenute, sommate prima e divise poi; restano fuori quelle senza area.',
      'Licences of the areas contained, summed first and divided afterwards; those without an area are left out.',
    ),
    notes: [
      REGISTER,
      SINCE,
      t(
        `Con meno di ${SMALL.things} licenze la quota è poco affidabile e non è mostrata.`,
        `With fewer than ${SMALL.things} licences the share is unreliable and not shown.`,
      ),
    ],
    measure: 'share',
    unit: 'percent',
    denominator: t('attività ricettive', 'accommodation businesses'),
    decimals: 0,
    datasets: ['accommodation-licences'],
    compute: (edition, geography) => shares(homesAndRest(edition, geography), SMALL.things),
  },
  count('rooms_active', 25, 'active', LICENCE_KINDS.rooms, {
    title: t('Bed & breakfast e affittacamere', 'Bed & breakfasts and rooms'),
    question: t('Dove si affittano camere ai turisti?', 'Where are rooms let to tourists?'),
    sentence: t(
      'i bed & breakfast e gli affittacamere sono {n}',
      'the number of bed & breakfasts and room lets is {n}',
    ),
    definition: t(
      'Bed & breakfast, affittacamere, room & breakfast e locande con licenza attiva al 31 dicembre.',
      'Bed & breakfasts, room lets, room & breakfasts and inns with an active licence on 31 December.',
    ),
  }),
  count('hotels_active', 26, 'active', LICENCE_KINDS.hotels, {
    title: t('Alberghi', 'Hotels'),
    question: t('Dove sono gli alberghi?', 'Where are the hotels?'),
    sentence: t('gli alberghi sono {n}', 'the number of hotels is {n}'),
    definition: t(
      'Alberghi, dipendenze e residenze turistico-alberghiere con licenza attiva al 31 dicembre.',
      'Hotels, annexes and hotel residences with an active licence on 31 December.',
    ),
  }),
  count('lodging_openings', 27, 'openings', undefined, {
    title: t('Attività ricettive aperte nell’anno', 'Accommodation businesses opened in the year'),
    question: t('Dove aprono nuove attività ricettive?', 'Where do new accommodation businesses open?'),
    sentence: t(
      'le attività ricettive aperte nell’anno sono {n}',
      'the number of accommodation businesses opened in the year is {n}',
    ),
    definition: t(
      'Licenze ricettive la cui attività è iniziata nell’anno.',
      'Accommodation licences whose business began in the year.',
    ),
  }),
  count('lodging_closings', 28, 'closings', undefined, {
    title: t('Attività ricettive chiuse nell’anno', 'Accommodation businesses closed in the year'),
    question: t('Dove chiudono attività ricettive?', 'Where do accommodation businesses close?'),
    sentence: t(
      'le attività ricettive chiuse nell’anno sono {n}',
      'the number of accommodation businesses closed in the year is {n}',
    ),
    definition: t('Licenze ricettive cessate nell’anno.', 'Accommodation licences that ceased in the year.'),
  }),
];
