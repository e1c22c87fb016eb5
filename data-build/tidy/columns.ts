import type { Text } from '../../src/model/ids';

/** What a column of the tidy tables holds; one name means one thing in every table. */
const WORDS: Record<string, readonly [it: string, en: string]> = {
  // Where and when
  area: [
    'Codice dell’area statistica (1–90); altri codici: casi senza area',
    'Code of the statistical area (1–90); other codes: cases without an area',
  ],
  area_name: ['Nome dell’area statistica', 'Name of the statistical area'],
  zona: ['Lettera della zona', 'Letter of the zone'],
  zona_name: ['Nome della zona', 'Name of the zone'],
  quartiere: [
    'Quartiere (codice 11–16, o nome dove è scritto così)',
    'District (code 11–16, or name where written so)',
  ],
  quartiere_name: ['Nome del quartiere', 'Name of the district'],
  prossimita: ['Codice della zona di prossimità (1–25)', 'Code of the proximity zone (1–25)'],
  prossimita_name: ['Nome della zona di prossimità', 'Name of the proximity zone'],
  comune: ['Codice ISTAT del comune, sei cifre', 'ISTAT code of the municipality, six digits'],
  cap: ['Codice di avviamento postale; nd: non indicato', 'Postcode; nd: not stated'],
  region: ['Codice ISTAT della regione di residenza', 'ISTAT code of the region of residence'],
  period: ['Periodo: anno, mese (AAAA-MM) o data', 'Period: year, month (YYYY-MM) or date'],
  date: ['Giorno (AAAA-MM-GG)', 'Day (YYYY-MM-DD)'],
  half_hour: [
    'Mezz’ora del giorno: 0 = 0.00–0.30, 47 = 23.30–24.00',
    'Half hour of the day: 0 = 0.00–0.30, 47 = 23.30–24.00',
  ],
  hour: ['Ora del giorno, solare: 0 = 0.00–1.00', 'Hour of the day, solar time: 0 = 0.00–1.00'],
  day_kind: ['Giorno feriale (lunedì–venerdì) o fine settimana', 'Working day (Monday–Friday) or weekend'],
  lon: ['Longitudine, gradi WGS84', 'Longitude, degrees WGS84'],
  lat: ['Latitudine, gradi WGS84', 'Latitude, degrees WGS84'],
  hex: ['Coordinate assiali dell’esagono di 500 m', 'Axial coordinates of the 500 m hexagon'],
  // What and which
  id: ['Identificativo alla fonte', 'Identifier at the source'],
  name: ['Nome', 'Name'],
  title: ['Titolo', 'Title'],
  kind: ['Tipo', 'Kind'],
  status: ['Stato', 'Status'],
  class: ['Classe dell’attributo', 'Class of the attribute'],
  attribute: [
    'Attributo: alimentazione (fuel), classe Euro (euro), età del veicolo in anni (age)',
    'Attribute: fuel, Euro class, age of the vehicle in years',
  ],
  street: ['Via: codice in addresses, nome altrove', 'Street: code in addresses, name elsewhere'],
  number: ['Numero civico', 'House number'],
  heading: ['Direzione di marcia', 'Heading'],
  from: ['Da (via che incrocia)', 'From (crossing street)'],
  to: ['A (via che incrocia)', 'To (crossing street)'],
  sensor: ['Codice del sensore', 'Code of the sensor'],
  station: ['Centralina', 'Station'],
  stop: ['Codice della fermata', 'Code of the stop'],
  lines: ['Linee che vi fermano, separate da spazi', 'Lines that call there, parted by spaces'],
  ballot: ['Scheda', 'Ballot'],
  list: ['Numero della lista o del candidato', 'Number of the list or candidate'],
  management: ['Gestione della scuola', 'Management of the school'],
  access: ['Accesso: libero (open) o su invio (referral)', 'Access: open or by referral'],
  flag: ['Segno della fonte sul dato', 'The source’s mark on the figure'],
  excluded: ['1: area esclusa dalla fonte', '1: area left out by the source'],
  free: ['1: gratuito', '1: free of charge'],
  accessible: ['1: accessibile', '1: accessible'],
  children: ['1: ha uno spazio per bambini', '1: has a children’s area'],
  // Catalogue
  themes: ['Temi, separati da spazi', 'Themes, parted by spaces'],
  licence: ['Licenza (codice SPDX)', 'Licence (SPDX code)'],
  publisher: ['Chi pubblica', 'Publisher'],
  records: ['Righe', 'Records'],
  modified: ['Ultima modifica dichiarata', 'Last change as declared'],
  frequency: ['Frequenza promessa, codice della lista europea', 'Promised frequency, code of the EU list'],
  geo: ['1: ha geometrie', '1: has geometries'],
  timeseries: ['1: ha una colonna di date', '1: has a column of dates'],
  // Counts of things
  openings: ['Aperture nell’anno', 'Openings in the year'],
  closings: ['Chiusure nell’anno', 'Closings in the year'],
  active: ['Attività in essere al 31 dicembre', 'Businesses active on 31 December'],
  listings: ['Annunci', 'Listings'],
  recent: ['Annunci con una recensione negli ultimi 12 mesi', 'Listings reviewed in the last 12 months'],
  code: ['Annunci che mostrano un codice identificativo', 'Listings that show an identification code'],
  entire: ['Annunci di alloggi interi', 'Listings of entire homes'],
  places: ['Posti bici', 'Bicycle places'],
  beds: ['Posti letto', 'Beds'],
  seats: ['Posti a sedere', 'Seats'],
  public_m2: ['Superficie aperta al pubblico, m²', 'Area open to the public, m²'],
  establishments: ['Esercizi', 'Establishments'],
  vehicles: ['Veicoli', 'Vehicles'],
  vehicles_per_day: [
    'Veicoli al giorno, media dei giorni contati',
    'Vehicles a day, mean of the days counted',
  ],
  days: ['Giorni con misure', 'Days with measurements'],
  amount: ['Importo, euro', 'Amount, euros'],
  share: ['Quota, per cento', 'Share, per cent'],
  // People
  residents: ['Residenti', 'Residents'],
  students: ['Iscritti', 'Students'],
  age: ['Età in anni compiuti; 100+: cento e oltre', 'Age in completed years; 100+: a hundred and over'],
  arrivals: ['Arrivi (vuoto: non pubblicato)', 'Arrivals (empty: withheld)'],
  nights: ['Presenze, notti (vuoto: non pubblicato)', 'Nights spent (empty: withheld)'],
  arrivals_abroad: ['Arrivi dall’estero', 'Arrivals from abroad'],
  nights_abroad: ['Presenze dall’estero', 'Nights of guests from abroad'],
  arrivals_hotel: ['Arrivi negli alberghi', 'Arrivals in hotels'],
  nights_hotel: ['Presenze negli alberghi', 'Nights in hotels'],
  taxpayers_n: ['Contribuenti', 'Taxpayers'],
  employees_n: ['Contribuenti con reddito da lavoro dipendente', 'Taxpayers with income from employment'],
  employees_eur: ['Reddito da lavoro dipendente, euro', 'Income from employment, euros'],
  pensioners_n: ['Contribuenti con reddito da pensione', 'Taxpayers with income from pensions'],
  pensioners_eur: ['Reddito da pensione, euro', 'Income from pensions, euros'],
  taxable_n: ['Contribuenti con reddito imponibile', 'Taxpayers with taxable income'],
  taxable_eur: ['Reddito imponibile, euro', 'Taxable income, euros'],
  net_tax_n: ['Contribuenti con imposta netta', 'Taxpayers with net tax'],
  net_tax_eur: ['Imposta netta, euro', 'Net tax, euros'],
  // Indices
  demographic: [
    'Indice di fragilità demografica (vuoto: area esclusa)',
    'Demographic fragility index (empty: area left out)',
  ],
  social: ['Indice di fragilità sociale', 'Social fragility index'],
  economic: ['Indice di fragilità economica', 'Economic fragility index'],
  overall: ['Indice di fragilità complessiva', 'Overall fragility index'],
  // Air and climate
  pm10: ['PM10, media del giorno, µg/m³', 'PM10, daily mean, µg/m³'],
  pm25: ['PM2,5, media del giorno, µg/m³', 'PM2.5, daily mean, µg/m³'],
  no2_mean: ['NO₂, media del periodo, µg/m³', 'NO₂, mean of the period, µg/m³'],
  no2_max: ['NO₂, massimo orario del giorno, µg/m³', 'NO₂, hourly maximum of the day, µg/m³'],
  o3_max: ['O₃, massimo orario del giorno, µg/m³', 'O₃, hourly maximum of the day, µg/m³'],
  pm10_days: ['Giorni con una misura di PM10', 'Days with a PM10 measurement'],
  no2_hours: ['Ore del giorno in cui è stato misurato l’NO₂', 'Hours of the day in which NO₂ was measured'],
  o3_hours: ['Ore del giorno in cui è stato misurato l’O₃', 'Hours of the day in which O₃ was measured'],
  agent: ['Inquinante', 'Pollutant'],
  hour_mean: ['Media dell’ora nel periodo, µg/m³', 'Mean of the hour over the period, µg/m³'],
  hours: ['Ore misurate su cui è calcolata', 'Hours measured it rests on'],
  pm10_mean: ['PM10, media dell’anno, µg/m³', 'PM10, yearly mean, µg/m³'],
  pm25_days: ['Giorni con una misura di PM2,5', 'Days with a PM2.5 measurement'],
  pm25_mean: ['PM2,5, media dell’anno, µg/m³', 'PM2.5, yearly mean, µg/m³'],
  no2_days: ['Giorni con una misura di NO₂', 'Days with an NO₂ measurement'],
  pm10_days_over_50: ['Giorni con PM10 oltre 50 µg/m³', 'Days with PM10 above 50 µg/m³'],
  no2_days_over_200: ['Giorni con NO₂ oltre 200 µg/m³ in un’ora', 'Days with NO₂ above 200 µg/m³ in an hour'],
  o3_days_over_180: ['Giorni con O₃ oltre 180 µg/m³ in un’ora', 'Days with O₃ above 180 µg/m³ in an hour'],
  mean: ['Temperatura media, °C', 'Mean temperature, °C'],
  max: ['Temperatura massima, °C', 'Maximum temperature, °C'],
  min: ['Temperatura minima, °C', 'Minimum temperature, °C'],
  anomaly: ['Scarto dalla media 2001–2020, °C', 'Difference from the 2001–2020 mean, °C'],
  tropical_nights: ['Notti con minima di 20 °C e oltre', 'Nights with a minimum of 20 °C and above'],
  days_30: ['Giorni con massima di 30 °C e oltre', 'Days with a maximum of 30 °C and above'],
  days_35: ['Giorni con massima di 35 °C e oltre', 'Days with a maximum of 35 °C and above'],
  frost_days: ['Giorni con minima sotto 0 °C', 'Days with a minimum below 0 °C'],
};

const income = /^class_(.+)_n$/;

/** Words for a column; undefined for one nobody has described. */
export function columnWords(name: string): Text | undefined {
  const words = WORDS[name];
  if (words) return { it: words[0], en: words[1] };
  const band = income.exec(name)?.[1];
  if (!band) return undefined;
  const told = band.replace('le0', '≤ 0').replace('k', ' mila €');
  const toldEn = band.replace('le0', '≤ 0').replace('k', ' thousand €');
  return {
    it: `Contribuenti con reddito complessivo nella classe ${told}`,
    en: `Taxpayers with total income in the class ${toldEn}`,
  };
}
