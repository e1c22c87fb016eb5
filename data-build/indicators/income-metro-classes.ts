import { comuneShare } from '../bases/comuni';
import { t } from '../bases/tally';
import type { Indicator } from '../model';
import { make, SHARE, type Texts } from './income-metro';

/** Classes of declared income by comune, 2018 and 2020. */

const CLASSES = ['le0', '0-10k', '10-15k', '15-26k', '26-55k', '55-75k', '75-120k', '120k+'].map(
  (name) => `class_${name}_n`,
);
/** The ministry withholds the class below zero in some places: a handful of people at most, out of every base. */
const CLASSIFIED = CLASSES.slice(1);

const SHARE_METHOD = t(
  'Contribuenti della classe divisi per tutti quelli con un reddito complessivo positivo. Dove il Ministero non pubblica una classe, perché conta pochi contribuenti, la quota manca.',
  'Taxpayers of the class divided by all with a positive total income. Where the Ministry withholds a class, because it holds few taxpayers, there is no share.',
);
const CLASSIFIED_BASE = t('contribuenti con reddito positivo', 'taxpayers with a positive income');

const classShare = (texts: Omit<Texts, 'method' | 'denominator'>, parts: readonly string[]): Indicator =>
  make({ ...texts, method: SHARE_METHOD, denominator: CLASSIFIED_BASE }, SHARE, (row) =>
    comuneShare(row, parts, CLASSIFIED),
  );

export const indicators: Indicator[] = [
  classShare(
    {
      id: 'income.metro_under10k_share',
      order: 25,
      title: t('Contribuenti fino a 10.000 euro', 'Taxpayers up to 10,000 euros'),
      question: t(
        'Quanti contribuenti dichiarano fino a 10.000 euro?',
        'How many taxpayers declare up to 10,000 euros?',
      ),
      sentence: t(
        '{n} contribuenti ogni 100 dichiarano fino a 10.000 euro',
        '{n} of every 100 taxpayers declare up to 10,000 euros',
      ),
      definition: t(
        'Contribuenti con reddito complessivo fino a 10.000 euro, ogni 100 con reddito positivo.',
        'Taxpayers with a total income up to 10,000 euros, per 100 with a positive one.',
      ),
      direction: 'worse',
    },
    ['class_0-10k_n'],
  ),
  classShare(
    {
      id: 'income.metro_under15k_share',
      order: 26,
      title: t('Contribuenti fino a 15.000 euro', 'Taxpayers up to 15,000 euros'),
      question: t(
        'Quanti contribuenti dichiarano fino a 15.000 euro?',
        'How many taxpayers declare up to 15,000 euros?',
      ),
      sentence: t(
        '{n} contribuenti ogni 100 dichiarano fino a 15.000 euro',
        '{n} of every 100 taxpayers declare up to 15,000 euros',
      ),
      definition: t(
        'Contribuenti con reddito complessivo fino a 15.000 euro, ogni 100 con reddito positivo.',
        'Taxpayers with a total income up to 15,000 euros, per 100 with a positive one.',
      ),
      direction: 'worse',
    },
    ['class_0-10k_n', 'class_10-15k_n'],
  ),
  classShare(
    {
      id: 'income.metro_over55k_share',
      order: 27,
      title: t('Contribuenti oltre 55.000 euro', 'Taxpayers above 55,000 euros'),
      question: t(
        'Quanti contribuenti dichiarano più di 55.000 euro?',
        'How many taxpayers declare more than 55,000 euros?',
      ),
      sentence: t(
        '{n} contribuenti ogni 100 dichiarano più di 55.000 euro',
        '{n} of every 100 taxpayers declare more than 55,000 euros',
      ),
      definition: t(
        'Contribuenti con reddito complessivo oltre 55.000 euro, ogni 100 con reddito positivo.',
        'Taxpayers with a total income above 55,000 euros, per 100 with a positive one.',
      ),
      direction: 'neither',
    },
    ['class_55-75k_n', 'class_75-120k_n', 'class_120k+_n'],
  ),
  classShare(
    {
      id: 'income.metro_over75k_share',
      order: 28,
      title: t('Contribuenti oltre 75.000 euro', 'Taxpayers above 75,000 euros'),
      question: t(
        'Quanti contribuenti dichiarano più di 75.000 euro?',
        'How many taxpayers declare more than 75,000 euros?',
      ),
      sentence: t(
        '{n} contribuenti ogni 100 dichiarano più di 75.000 euro',
        '{n} of every 100 taxpayers declare more than 75,000 euros',
      ),
      definition: t(
        'Contribuenti con reddito complessivo oltre 75.000 euro, ogni 100 con reddito positivo.',
        'Taxpayers with a total income above 75,000 euros, per 100 with a positive one.',
      ),
      direction: 'neither',
    },
    ['class_75-120k_n', 'class_120k+_n'],
  ),
];
