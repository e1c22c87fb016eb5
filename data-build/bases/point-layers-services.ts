import type { Text } from '../../src/model/ids';
import type { PointLayer } from './point-columns';
import { GROUPS } from './social';
import { t } from './tally';

const MANAGEMENT: Readonly<Record<string, Text>> = {
  state: t('statale', 'state'),
  municipal: t('comunale', 'municipal'),
  'municipal-contracted': t('comunale in appalto o concessione', 'municipal, contracted out'),
  'private-agreement': t('privata convenzionata', 'private, with an agreement'),
  'private-recognised': t('privata paritaria', 'private, recognised'),
  private: t('privata', 'private'),
};

const ACTIVITY: Readonly<Record<string, Text>> = {
  food: t('cibo', 'food'),
  'clothing-furniture': t('vestiti e arredi', 'clothes and furniture'),
  showers: t('docce', 'showers'),
  'night-shelter': t('accoglienza notturna', 'night shelter'),
  'housing-support': t('aiuto per la casa', 'help with housing'),
  transport: t('trasporto e accompagnamento', 'transport and company'),
  'italian-courses': t('corsi di italiano', 'Italian courses'),
  'language-courses': t('corsi di lingue', 'language courses'),
  information: t('informazioni', 'information'),
  'tax-welfare-desk': t('CAF e patronato', 'tax and welfare desk'),
  'digital-paperwork': t('aiuto per pratiche digitali', 'help with digital paperwork'),
  'legal-advice': t('consulenza legale', 'legal advice'),
  unions: t('sindacati', 'trade unions'),
  'job-guidance': t('orientamento al lavoro', 'job guidance'),
  'psychological-support': t('sostegno psicologico', 'psychological support'),
  'health-care': t('salute', 'health care'),
  parenting: t('genitorialità', 'parenting'),
  addictions: t('dipendenze', 'addictions'),
  dementia: t('demenze', 'dementia'),
  'anti-violence': t('contro la violenza', 'against violence'),
  mediation: t('mediazione', 'mediation'),
  'culture-leisure': t('cultura e tempo libero', 'culture and leisure'),
  sport: t('sport', 'sport'),
  workshops: t('laboratori', 'workshops'),
  spaces: t('spazi', 'rooms to use'),
  'vocational-training': t('formazione professionale', 'vocational training'),
};

const groupOf = (kind: string): string =>
  Object.entries(GROUPS).find(([, kinds]) => (kinds as readonly string[]).includes(kind))?.[0] ?? kind;

const STATUS: Readonly<Record<string, Text>> = {
  proposed: t('Proposto al voto', 'Put to the vote'),
  won: t('Vincitore', 'Winner'),
  'under-way': t('In realizzazione', 'Under way'),
  done: t('Realizzato', 'Done'),
};

export const SERVICES: readonly PointLayer[] = [
  {
    id: 'schools',
    datasets: ['schools'],
    title: t('Scuole', 'Schools'),
    categories: {
      nursery: t('Nidi', 'Nurseries'),
      preschool: t('Scuole dell’infanzia', 'Preschools'),
      primary: t('Primarie', 'Primary schools'),
      'lower-secondary': t('Secondarie di primo grado', 'Lower secondary schools'),
      'upper-secondary': t('Secondarie di secondo grado', 'Upper secondary schools'),
    },
    indicators: {
      'education.nursery_count': ['nursery'],
      'education.nursery_per1000': ['nursery'],
      'education.nursery_near': ['nursery'],
      'education.preschool_count': ['preschool'],
      'education.preschool_per1000': ['preschool'],
      'education.preschool_public_share': ['preschool'],
      'education.preschool_near': ['preschool'],
      'education.primary_count': ['primary'],
      'education.primary_near': ['primary'],
      'education.lower_count': ['lower-secondary'],
      'education.compulsory_per1000': ['primary', 'lower-secondary'],
      'education.upper_count': ['upper-secondary'],
    },
    rows: (edition) => edition.table('schools'),
    category: (row) => row.kind!,
    name: (row) => row.name!,
    remark: (row) => MANAGEMENT[row.management!],
  },
  {
    id: 'social',
    datasets: ['social-resources'],
    title: t('Risorse sociali', 'Social resources'),
    note: t(
      'Le risorse che il Comune ha messo sulla mappa: una sede che offre più attività compare una volta per ciascuna.',
      'The resources the municipality put on its map: a site offering several activities appears once for each.',
    ),
    categories: {
      basics: t('Bisogni di base', 'Basic needs'),
      italian: t('Corsi di lingua', 'Language courses'),
      desks: t('Sportelli', 'Help desks'),
      care: t('Cura e salute', 'Care and health'),
      leisure: t('Cultura, sport, spazi', 'Culture, sport, rooms'),
    },
    indicators: {
      'services.social_count': [],
      'services.social_per1000': [],
      'services.social_near': [],
      'services.social_variety': [],
      'services.social_basics': ['basics'],
      'services.social_italian': ['italian'],
      'services.social_desks': ['desks'],
      'services.social_care': ['care'],
      'services.social_leisure': ['leisure'],
    },
    rows: (edition) => edition.table('social-resources'),
    category: (row) => groupOf(row.kind!),
    name: (row) => row.name!,
    remark: (row) => ACTIVITY[row.kind!],
  },
  {
    id: 'libraries',
    datasets: ['libraries'],
    title: t('Biblioteche', 'Libraries'),
    categories: {
      'public-reading': t('Di pubblica lettura', 'Public lending libraries'),
      research: t('Di conservazione e ricerca', 'Research libraries'),
    },
    indicators: {
      'services.library_count': [],
      'services.library_near': [],
      'services.library_seats': [],
      'services.library_seats_per1000': [],
      'services.library_m2_per1000': [],
    },
    rows: (edition) => edition.table('libraries'),
    category: (row) => row.kind!,
    name: (row) => row.name!,
    details: [{ title: t('posti a sedere', 'seats'), value: (row) => row.seats! }],
    remark: (row) =>
      row.children === '1' ? t('con spazio per bambini', 'with a room for children') : undefined,
  },
  {
    id: 'toilets',
    datasets: ['public-toilets'],
    title: t('Bagni pubblici', 'Public toilets'),
    categories: {
      attended: t('Presidiati', 'Attended'),
      automatic: t('Automatici', 'Automatic'),
      urinal: t('Vespasiani', 'Urinals'),
    },
    indicators: {
      'services.toilet_count': [],
      'services.toilet_density': [],
      'services.toilet_near': [],
      'services.toilet_accessible': [],
    },
    rows: (edition) => edition.table('public-toilets'),
    category: (row) => row.kind!,
    name: (row) => row.name!,
    remark: (row) =>
      ({
        '11': t('gratuito, accessibile', 'free, accessible'),
        '10': t('gratuito', 'free'),
        '01': t('a pagamento, accessibile', 'paid, accessible'),
        '00': t('a pagamento', 'paid'),
      })[`${row.free!}${row.accessible!}`],
  },
  {
    id: 'student-halls',
    datasets: ['student-halls'],
    title: t('Studentati pubblici', 'Public student halls'),
    categories: { hall: t('Studentato', 'Student hall') },
    indicators: { 'education.student_beds': [], 'education.student_beds_per1000': [] },
    rows: (edition) => edition.table('student-halls'),
    category: () => 'hall',
    name: (row) => row.name!,
    details: [{ title: t('posti letto', 'beds'), value: (row) => row.beds! }],
  },
  {
    id: 'proposals',
    datasets: ['participatory-budget'],
    title: t('Progetti del Bilancio partecipativo', 'Projects of the Participatory budget'),
    note: t(
      'Un progetto di più luoghi compare in ciascuno; tutte le edizioni dal 2017.',
      'A project of several places appears in each of them; all editions since 2017.',
    ),
    categories: STATUS,
    indicators: {
      'participation.proposals': [],
      'participation.proposals_rate': [],
      'participation.funded': ['won', 'under-way', 'done'],
      'participation.amount_per_resident': [],
    },
    rows(edition) {
      const projects = new Map(edition.table('participatory-budget').map((row) => [row.id!, row]));
      return edition.table('participatory-budget', 'places').map((place) => {
        const project = projects.get(place.id!);
        if (!project) throw new Error(`points proposals: no project ${place.id}`);
        return { ...project, ...place };
      });
    },
    category: (row) => row.status!,
    name: (row) => row.name!,
    details: [
      { title: t('edizione', 'edition'), value: (row) => row.period! },
      { title: t('euro', 'euros'), value: (row) => row.amount! },
    ],
  },
];
