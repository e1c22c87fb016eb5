import type { ReasonId } from './reasons';

/** What the municipal catalogue says of a dataset, as far as a verdict needs it. */
export interface Facts {
  id: string;
  title: string;
  licence: string;
  records: number;
  geo: boolean;
  timeseries: boolean;
}

interface Rule {
  reason: ReasonId;
  /** Matched against the id. */
  id?: RegExp;
  /** Matched against the title as published. */
  title?: RegExp;
  when?: (facts: Facts) => boolean;
}

/** Years and bodies of the ballots in the edition. */
const SHOWN =
  /^elezioni-amministrative-(2004|2009|2011|2016|2021)-|^elezioni-politiche-(2006|2008|2013|2018|2022)-|^elezioni-europee-(2009|2014|2019)-|^elezioni-regionali-26-gennaio-2020-/;
const BALLOT = /^elezion|^referendum|^quesito0|^affluenze-referendum|^votazioni-referendum|^zone_votazioni/;

/**
 * The first rule that fits gives the verdict. They read the catalogue's own facts and names, not the files: a dataset is looked
 * into when it is taken up. Names of families come before the general facts at the end.
 */
export const RULES: readonly Rule[] = [
  { reason: 'licence', when: ({ licence }) => /-NC|-ND/.test(licence) },
  { reason: 'empty', when: ({ records }) => records === 0 },

  {
    reason: 'candidates',
    id: /^elezioni-.*(preferenze-(lista|liste-consiglio|ai-candidati)|candidati-lista|voti-di-lista)/,
  },
  { reason: 'candidates', id: /^elezioni-amministrative-\d+-consigli-circoscrizionali-quartiere-/ },
  { reason: 'places', id: /^elezion|^referendum|^seggi/, when: ({ geo }) => geo },
  {
    reason: 'sections',
    id: SHOWN,
    when: ({ id }) => !/circoscrizionali|ballottaggio|schede-bianche|bianche-contestate/.test(id),
  },
  { reason: 'ballots', id: BALLOT },

  {
    reason: 'technical',
    id: /^accuratezza-spire|^codebook$|^vocabolario-sensori|^tile-server|^ows-service|^dataset-pubblicati$|^statistiche-di-navigazione/,
  },
  {
    reason: 'sensors',
    id: /^varco-n-|spire-anno-|^colonnine-conta-bici|^parcheggi_dati_|^disponibilita-parcheggi-storico|^bolognawifi-(matrice|connessioni)|^iperbole-wifi|^bolognawifi-aff(luenza|ollamento)-storico|^sensori-clima|^centraline-qualita-aria/,
  },
  {
    reason: 'superseded',
    id: /^bolognawifi_affollamento_storico_completo|^bilancio-partecipativo-2019-2020$|^disponibilita-parcheggi-vigente|^zone$/,
  },
  {
    reason: 'trial',
    id: /^bologna-(daily|weekly)|^combined_bologna|^daily-returning|^visitatori-giornalieri|^matrice_finale|^rock-|^database_rock|^workshop-bcn|^storia-resilienza-mappatura|^dati_open_street|^problemi_meteo/,
  },
  { reason: 'event', id: /-marzo-2025$|^gare$|marathon|^art_city|^mappa_art_city|^percorso_tour/ },

  { reason: 'persons', id: /^compensi-percepiti|^elenco-elette|^incarichi-|^presenze-e-votazioni/ },
  { reason: 'cases', id: /^c_a9447d4f8a46|^c_a944b878881c|^domande-centri-estivi|^permessi-per-ztl$/ },
  {
    reason: 'acts',
    id: /^adempimenti|^atti|^delibere|^domande-(attualita|di-attualita)|^interpellanze|^interrogazioni|^gare-e-appalti|^bilancio-(di-previsione|preivisionale)|^rendiconto|^quadro[-_]generale|^budget-del|^spese-del|^personale_|^pon$|^urp-incassi/,
  },
  { reason: 'bare', id: /^patrimonio[-_](immobiliare|terreni)|^scuole-di-quartiere-interventi$/ },

  { reason: 'reports', id: /^segnalazioni-open|^patti-di-collaborazione|^proposte-di-quartiere/ },
  { reason: 'registers', id: /^elenco-(esercizi|impianti)-|^istanze-|^mercati-e-fiere/ },
  { reason: 'postcodes', id: /(^|-)cap($|-)|_cap_|^motocicli_aci/ },
  { reason: 'history', id: /^origini-di-bologna|^portici|^percorsi-di-memoria|^le-aree-verdi-e-le-vie/ },
  {
    reason: 'ground',
    id: /^carta-tecnica|^c_a944ctc|^aree-stradali|^rifter_|^quartieri-di-bologna$|^zone-del-comune|^sezioni-di-censimento|^un_gest|^verde_privato|^siepi$|^zona-pedonale|^alberi-|^popolazione-arborea|^arredo$|^pug-/,
  },
  { reason: 'places', id: /^bolognawifi-elenco/ },
  {
    reason: 'areas',
    title: /quartier|zona|zone di prossimit|area statistica|istituti di convivenza/i,
    when: ({ geo, id, title }) =>
      !id.startsWith('scuole-di') && (!geo || /prossimit|area stat|zona/i.test(title)),
  },
  {
    reason: 'areas',
    id: /^indici-di-fragilita|^idise|^patrimonio-abitativo|^quartieri-statistiche|^bilancio-partecipativo/,
  },

  { reason: 'places', when: ({ geo }) => geo },
  { reason: 'series', when: ({ timeseries }) => timeseries },
  { reason: 'series', id: /^storia-resilienza|^autovetture-/ },
  { reason: 'bare', when: () => true },
];

/** The verdict on one dataset of the catalogue; `usedAs`: datasets of the edition that are made from it. */
export function reasonOf(facts: Facts, usedAs: readonly string[]): ReasonId {
  if (usedAs.length > 0) return 'source';
  const rule = RULES.find(
    ({ id, title, when }) =>
      (!id || id.test(facts.id)) && (!title || title.test(facts.title)) && (!when || when(facts)),
  );
  return rule?.reason ?? 'bare';
}
