import type { Text } from '../../src/model/ids';
import { licencesOfCity } from '../bases/lodging';
import { t } from '../bases/tally';
import type { Indicator } from '../model';

/**
 * The whole life of the register, for the city alone. By area the series begins in 2005: before it the register holds too few
 * licences to be split by ninety, and what it lost cannot be told from what was never there.
 */
const SURVIVORS = t(
  'Il registro conserva le licenze che c’erano quando è nato: quelle chiuse prima non vi sono mai entrate. La prima cessazione è del 1989, e fino ad allora le attività sono sottostimate. Le aperture del 1989 e del 1990 sono in parte il caricamento di attività già esistenti.',
  'The register keeps the licences that were there when it began: those closed earlier never entered it. Its first closing dates from 1989, and until then businesses are understated. The openings of 1989 and 1990 are in part the entry of businesses that existed already.',
);
const REISSUED = t(
  'Nel 2005 molti bed & breakfast chiudono e riaprono nello stesso anno: con ogni probabilità sono licenze rilasciate di nuovo dopo la legge regionale 16 del 2004, non attività nuove.',
  'In 2005 many bed & breakfasts close and reopen in the same year: in all likelihood licences issued again after regional law 16 of 2004, not new businesses.',
);
const REGISTER = t(
  'Conta licenze, non letti. Un subentro chiude una licenza e ne apre un’altra. Sono escluse le licenze sospese, rifiutate o in attesa. Per aree, zone e quartieri gli stessi conti cominciano nel 2005.',
  'It counts licences, not beds. A takeover closes one licence and opens another. Suspended, refused or pending licences are left out. For areas, zones and districts the same counts begin in 2005.',
);

interface Words {
  title: Text;
  question: Text;
  sentence: Text;
  definition: Text;
}

const register = (
  id: string,
  order: number,
  measure: 'active' | 'openings' | 'closings',
  words: Words,
): Indicator => ({
  ...words,
  id: `housing.${id}`,
  theme: 'housing',
  pon: 'housing',
  order,
  method: t(
    measure === 'active'
      ? 'Licenze iniziate entro il 31 dicembre e non ancora cessate quel giorno, in tutta la città.'
      : 'Licenze per anno della data del registro, in tutta la città.',
    measure === 'active'
      ? 'Licences begun by 31 December and not closed on that day, in the whole city.'
      : 'Licences by year of the date in the register, in the whole city.',
  ),
  notes: [SURVIVORS, REISSUED, REGISTER],
  seriesBreaks: [
    {
      period: '1989',
      note: t(
        'Prima il registro tiene solo le licenze sopravvissute fino ad allora.',
        'Before that the register holds only the licences that survived until then.',
      ),
    },
    {
      period: '2005',
      note: t(
        'Licenze di bed & breakfast rilasciate di nuovo; da qui il registro è completo.',
        'Bed & breakfast licences issued again; from here on the register is complete.',
      ),
    },
  ],
  measure: 'count',
  unit: 'number',
  denominator: null,
  ramp: 'ochre',
  direction: 'neither',
  decimals: 0,
  notApplicable: [],
  datasets: ['accommodation-licences'],
  compute: (edition) => licencesOfCity(edition, measure),
});

export const indicators: Indicator[] = [
  register('register_active', 30, 'active', {
    title: t('Attività ricettive in città dal 1982', 'Accommodation businesses in the city since 1982'),
    question: t(
      'Da quando l’ospitalità turistica cresce così?',
      'Since when has tourist accommodation grown like this?',
    ),
    sentence: t('le attività ricettive sono {n}', 'the number of accommodation businesses is {n}'),
    definition: t(
      'Licenze ricettive del registro attive al 31 dicembre, in tutta la città.',
      'Accommodation licences of the register active on 31 December, in the whole city.',
    ),
  }),
  register('register_openings', 31, 'openings', {
    title: t('Aperture di attività ricettive dal 1982', 'Openings of accommodation businesses since 1982'),
    question: t(
      'Quante attività ricettive aprono ogni anno?',
      'How many accommodation businesses open each year?',
    ),
    sentence: t(
      'le attività ricettive aperte nell’anno sono {n}',
      'the number of accommodation businesses opened in the year is {n}',
    ),
    definition: t(
      'Licenze ricettive del registro la cui attività è iniziata nell’anno, in tutta la città.',
      'Accommodation licences of the register whose business began in the year, in the whole city.',
    ),
  }),
  register('register_closings', 32, 'closings', {
    title: t('Chiusure di attività ricettive dal 1989', 'Closings of accommodation businesses since 1989'),
    question: t(
      'Quante attività ricettive chiudono ogni anno?',
      'How many accommodation businesses close each year?',
    ),
    sentence: t(
      'le attività ricettive chiuse nell’anno sono {n}',
      'the number of accommodation businesses closed in the year is {n}',
    ),
    definition: t(
      'Licenze ricettive del registro cessate nell’anno, in tutta la città.',
      'Accommodation licences of the register that ceased in the year, in the whole city.',
    ),
  }),
];
