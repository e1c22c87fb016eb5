import type { Use } from '../../src/model/catalogue';
import type { Text } from '../../src/model/ids';

export interface Other {
  title: Text;
  publisher: string;
  /** As stated with the files; null when none was found. */
  licence: string | null;
  use: Use;
  why: Text;
  /** Datasets of the edition made from it. */
  usedAs: readonly string[];
}

const other = (
  use: Use,
  [it, en]: [string, string],
  publisher: string,
  licence: string | null,
  [whyIt, whyEn]: [string, string],
  usedAs: readonly string[] = [],
): Other => ({ title: { it, en }, publisher, licence, use, why: { it: whyIt, en: whyEn }, usedAs });

/** Data from outside the municipal catalogue that were weighed, and with what verdict. */
export const OTHERS: readonly Other[] = [
  other(
    'used',
    [
      'Popolazione per comune e per singolo anno di età',
      'Population by municipality and by single year of age',
    ],
    'ISTAT',
    'CC BY 3.0',
    [
      'Confronto con i 55 comuni e piramide della città metropolitana.',
      'Comparison with the 55 municipalities and pyramid of the metropolitan city.',
    ],
    ['population-comuni', 'population-metro-age'],
  ),
  other(
    'used',
    [
      'Redditi e principali variabili IRPEF, per comune e per CAP',
      'Incomes and main IRPEF figures, by municipality and postcode',
    ],
    'Ministero dell’Economia e delle Finanze – Dipartimento delle Finanze',
    'CC BY 3.0 IT',
    [
      'Per comune in mappa; per CAP come tabella, perché dei CAP non c’è una geografia aperta a disposizione.',
      'By municipality on the map; by postcode as a table, since no open geography of postcodes is at hand.',
    ],
    ['income-comune', 'income-cap'],
  ),
  other(
    'used',
    [
      'Turismo: arrivi, presenze e capacità per comune',
      'Tourism: arrivals, nights and capacity by municipality',
    ],
    'ISTAT',
    'CC BY 3.0',
    ['Serie 2014–2024 per comune.', 'Series 2014–2024 by municipality.'],
    ['tourism-flows', 'tourism-capacity'],
  ),
  other(
    'used',
    ['Iscritti all’Università per regione di residenza', 'University students by region of residence'],
    'Ministero dell’Università e della Ricerca – USTAT',
    'MIT (metamuses/here-to-stay)',
    [
      'Dell’ateneo intero, non di una parte della città.',
      'Of the whole university, not of a part of the city.',
    ],
    ['students-unibo'],
  ),
  other(
    'used',
    ['Linee e fermate degli autobus, 2015 e 2019', 'Bus lines and stops, 2015 and 2019'],
    'Tper S.p.A.',
    'CC BY 3.0 IT',
    ['Due anni confrontabili.', 'Two years that can be compared.'],
    ['bus-stops'],
  ),
  other(
    'used',
    ['Confini dei 55 comuni', 'Borders of the 55 municipalities'],
    'ISTAT, openpolis/geojson-italy',
    'CC BY 4.0',
    [
      'Generalizzati: non si sovrappongono al confine delle aree statistiche.',
      'Generalised: not laid over the border of the statistical areas.',
    ],
    ['geography'],
  ),
  other(
    'used',
    ['Posizione delle centraline dell’aria', 'Places of the air quality stations'],
    'OpenStreetMap',
    'ODbL 1.0',
    [
      'Tenuta in una tabella a parte: la licenza chiede di condividere allo stesso modo.',
      'Kept in a table of its own: the licence asks for share-alike.',
    ],
    ['air-stations'],
  ),
  other(
    'usable',
    ['Orari e percorsi degli autobus (GTFS)', 'Bus timetables and routes (GTFS)'],
    'Tper S.p.A.',
    'CC BY 3.0 IT',
    [
      'Darebbe le corse per fermata e per ora; il lettore è pronto, il file non è ancora entrato.',
      'Would give trips by stop and hour; the reader is ready, the file has not come in yet.',
    ],
  ),
  other(
    'usable',
    ['Posizione dei conta-bici e dei varchi', 'Places of bicycle counters and gates'],
    'DataCivicLab (dcl-bologna)',
    'MIT',
    ['Servono quando entreranno le serie dei passaggi.', 'Needed when the series of passages come in.'],
  ),
  other(
    'usable',
    ['Residenti per comune e mese (ANPR)', 'Residents by municipality and month (ANPR)'],
    'Ministero dell’Interno – italia/anpr-opendata',
    null,
    [
      'Più recente dell’ISTAT, con un’altra definizione; la licenza è da verificare prima di prenderli.',
      'More recent than ISTAT, with another definition; the licence is to be verified before they are taken.',
    ],
  ),
  other('usable', ['Meteo giornaliero', 'Daily weather'], 'Open-Meteo', 'CC BY 4.0', [
    'Valori di un modello: le temperature misurate vengono già dal Comune.',
    'Values of a model: measured temperatures already come from the municipality.',
  ]),
  other(
    'unusable',
    ['Segnalazioni dei cittadini, 2017', 'Citizen reports, 2017'],
    'Comune di Bologna (portale precedente)',
    null,
    [
      'Licenza non verificata, e in alcune celle è finito il testo delle segnalazioni: non entra finché l’una e l’altro non sono chiariti.',
      'Licence not verified, and some cells hold the text of the reports: kept out until both are settled.',
    ],
  ),
  other(
    'unusable',
    ['Conteggi orari del traffico attorno a Bologna, 2024', 'Hourly traffic counts around Bologna, 2024'],
    'Regione Emilia-Romagna – sistema MTS',
    null,
    ['Con i file non si è trovata alcuna licenza.', 'No licence was found with the files.'],
  ),
  other(
    'unusable',
    ['Qualità dell’aria oraria, 2024', 'Hourly air quality, 2024'],
    'Arpae Emilia-Romagna',
    null,
    [
      'Con i file non si è trovata alcuna licenza; le medie giornaliere vengono dal catalogo del Comune.',
      'No licence was found with the files; daily means come from the municipal catalogue.',
    ],
  ),
  other(
    'unusable',
    ['IRPEF 2021 per comune, rielaborata', 'IRPEF 2021 by municipality, reworked'],
    'Elaborazione di terzi su dati MEF',
    null,
    [
      'Licenza ignota e calcoli non documentati: ogni aggiornamento chiede il file del Ministero.',
      'Licence unknown and arithmetic undocumented: every refresh asks for the ministry’s own file.',
    ],
  ),
  other(
    'unusable',
    [
      'Rete stradale, uso del suolo e vie da OpenStreetMap',
      'Road network, land use and streets from OpenStreetMap',
    ],
    'OpenStreetMap',
    'ODbL 1.0',
    [
      'La licenza chiede di condividere allo stesso modo tutto ciò che ne deriva: le geometrie dell’atlante vengono dal Comune.',
      'The licence asks for share-alike of all that derives from it: the atlas’s geometries come from the municipality.',
    ],
  ),
  other(
    'unusable',
    ['Riconciliazione dei nomi delle liste elettorali', 'Reconciliation of the names of electoral lists'],
    'F. Leccese (bologna-politics)',
    'GPL-3.0',
    [
      'Licenza per programmi, incompatibile con dati CC BY: i nomi restano quelli della fonte.',
      'A licence for software, not compatible with CC BY data: names stay as the source has them.',
    ],
  ),
  other(
    'unusable',
    ['Aree statistiche e zone FIU di prima del 2021', 'Statistical areas and FIU zones from before 2021'],
    'Comune di Bologna (portale precedente), FBK',
    null,
    [
      'Licenza non verificata, e i livelli attuali le sostituiscono.',
      'Licence not verified, and the present layers replace them.',
    ],
  ),
  other(
    'unusable',
    ['Quotazioni immobiliari (OMI)', 'Property values (OMI)'],
    'Agenzia delle Entrate',
    null,
    [
      'Consultabili, ma senza una licenza aperta che permetta di ripubblicarle.',
      'They can be consulted, but no open licence allows to publish them again.',
    ],
  ),
];
