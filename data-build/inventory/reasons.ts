import type { Use } from '../../src/model/catalogue';
import type { Text } from '../../src/model/ids';

interface Reason {
  use: Use;
  title: Text;
  why: Text;
}
const reason = (use: Use, title: [it: string, en: string], why: [it: string, en: string]): Reason => ({
  use,
  title: { it: title[0], en: title[1] },
  why: { it: why[0], en: why[1] },
});

/** Every verdict the inventory gives, in the order it is read: used, could be used, not usable. */
export const REASONS = {
  source: reason(
    'used',
    ['Fonte dell’atlante', 'Source of the atlas'],
    ['Le sue righe stanno nell’edizione.', 'Its rows are in the edition.'],
  ),
  sections: reason(
    'used',
    ['Voti e votanti per sezione', 'Votes and turnout by polling section'],
    [
      'Consultazione che l’atlante mostra; i file usati sono la raccolta che ne ha fatto un terzo, controllata sui totali ufficiali.',
      'A ballot the atlas shows; the files used are a third party’s collection of them, checked against official totals.',
    ],
  ),
  areas: reason(
    'usable',
    ['Cifre per quartiere, zona o area', 'Figures by district, zone or area'],
    [
      'È già diviso per luoghi della città: può diventare un indicatore.',
      'Already broken down by places of the city: it can become an indicator.',
    ],
  ),
  postcodes: reason(
    'usable',
    ['Cifre per CAP', 'Figures by postcode'],
    [
      'Diviso per CAP: serve come tabella, ma i CAP non coincidono con aree o zone.',
      'Broken down by postcode: good as a table, but postcodes do not match areas or zones.',
    ],
  ),
  ballots: reason(
    'usable',
    ['Altri dati elettorali, per sezione', 'Other ballots, by polling section'],
    [
      'Stessa forma delle elezioni già in mappa. Prima del 2004 e dopo il 2022 la geografia delle sezioni è un’altra e va ricostruita.',
      'Same shape as the ballots on the map. Before 2004 and after 2022 the sections have another geography, still to be rebuilt.',
    ],
  ),
  places: reason(
    'usable',
    ['Luoghi con coordinate', 'Places with coordinates'],
    ['Si possono contare per area o mostrare come punti.', 'They can be counted by area or shown as points.'],
  ),
  registers: reason(
    'usable',
    ['Registri di attività e pratiche', 'Registers of businesses and filings'],
    [
      'Hanno luogo e date: conteggi per area e anno, come già per le attività ricettive.',
      'They have place and dates: counts by area and year, as already done for accommodation.',
    ],
  ),
  sensors: reason(
    'usable',
    ['Conteggi continui', 'Continuous counts'],
    [
      'Passaggi ora per ora in punti fissi: grafici e flussi. Sono milioni di righe e vanno riassunti prima.',
      'Hourly passages at fixed points: charts and flows. Millions of rows, to be summed up first.',
    ],
  ),
  reports: reason(
    'usable',
    ['Segnalazioni e patti', 'Reports and agreements'],
    [
      'Solo come conteggi per area e categoria: testi liberi e indirizzi non entrano nell’atlante.',
      'Only as counts by area and category: free text and addresses do not enter the atlas.',
    ],
  ),
  series: reason(
    'usable',
    ['Serie dell’intera città', 'Series of the whole city'],
    [
      'Senza divisione per luoghi: buone per un grafico o una storia, non per una mappa.',
      'Not broken down by place: good for a chart or a story, not for a map.',
    ],
  ),
  ground: reason(
    'usable',
    ['Geometrie della carta tecnica', 'Geometries of the technical map'],
    [
      'Possono arricchire lo sfondo o servire a misure per area: edifici, verde, strade, rilievo.',
      'They can enrich the background or serve measures by area: buildings, green, streets, relief.',
    ],
  ),
  history: reason(
    'usable',
    ['La città storica', 'The historic city'],
    [
      'Geometrie e luoghi del passato: materia per una storia, non per un indicatore.',
      'Geometries and places of the past: matter for a story, not for an indicator.',
    ],
  ),
  licence: reason(
    'unusable',
    ['Licenza non aperta', 'Licence not open'],
    [
      'La licenza vieta usi commerciali: l’atlante è riutilizzabile da chiunque e non può contenerlo.',
      'The licence forbids commercial use: anyone may reuse the atlas, which therefore cannot hold it.',
    ],
  ),
  empty: reason(
    'unusable',
    ['Nessuna riga', 'No rows'],
    ['Nel catalogo ha zero righe.', 'The catalogue gives it zero rows.'],
  ),
  candidates: reason(
    'unusable',
    ['Preferenze ai candidati', 'Votes for single candidates'],
    [
      'Pochi voti a una persona in una sezione: si sfiora la segretezza del voto, e non dicono nulla di un’area.',
      'A few votes for one person in one section come close to the secrecy of the vote, and say nothing about an area.',
    ],
  ),
  persons: reason(
    'unusable',
    ['Persone nominate', 'Named persons'],
    [
      'Elenchi di persone, incarichi e compensi: non sono misure della città.',
      'Lists of persons, appointments and pay: no measure of the city.',
    ],
  ),
  cases: reason(
    'unusable',
    ['Una riga per richiesta o prestazione', 'One row per request or service'],
    [
      'Può riguardare singole persone: non si usa senza avere accertato con chi pubblica che nessuno sia riconoscibile.',
      'It may concern single persons: not used unless the publisher confirms that nobody can be recognised.',
    ],
  ),
  acts: reason(
    'unusable',
    ['Atti, bilanci e sedute', 'Acts, budgets and sittings'],
    [
      'Documenti dell’amministrazione, senza un luogo della città.',
      'Documents of the administration, without a place in the city.',
    ],
  ),
  superseded: reason(
    'unusable',
    ['Superato da un altro', 'Superseded by another'],
    [
      'Edizione precedente, parte o copia di un dataset più completo dello stesso catalogo.',
      'An earlier edition, part or copy of a fuller dataset of the same catalogue.',
    ],
  ),
  event: reason(
    'unusable',
    ['Un solo evento', 'A single event'],
    ['Percorso o programma di una manifestazione passata.', 'Route or programme of a past event.'],
  ),
  trial: reason(
    'unusable',
    ['Sperimentazione o questionario', 'Trial or questionnaire'],
    [
      'Raccolta finita o a risposta volontaria: non si sa quanto rappresenti la città.',
      'A finished collection or one answered by choice: nobody knows how far it stands for the city.',
    ],
  ),
  technical: reason(
    'unusable',
    ['Di servizio', 'Auxiliary'],
    [
      'Descrive altri dati (codici, accuratezza, indirizzi di un servizio) e non la città.',
      'It describes other data (codes, accuracy, addresses of a service) and not the city.',
    ],
  ),
  bare: reason(
    'unusable',
    ['Elenco senza luogo', 'A list without places'],
    [
      'Nessuna coordinata e nessuna cifra per luogo: nulla da disegnare.',
      'No coordinates and no figures by place: nothing to draw.',
    ],
  ),
} as const;
export type ReasonId = keyof typeof REASONS;
