/**
 * Joins names across files: accents, case, spaces and punctuation do not count; letters and digits of any alphabet do. Modifier letters
 * (Lm) are apostrophes here: ʼ.
 */
export const normaliseName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{N}]/gu, '');

/** Short words that stay small inside an Italian name. "De", "La", "Dal", "Dalla" are family names here ("Via Ugo La Malfa"). */
const SMALL = new Set(
  (
    "di del dello della dei degli delle da dell' a al allo alla ai agli alle all' e ed in nel nella nell' sul sulla " +
    "con per su tra fra de' d' detto"
  ).split(' '),
);

/** Said letter by letter, or known in capitals only. INA: the INA-Casa housing plan of 1949. */
const ACRONYMS = new Set(['CNR', 'CAAB', 'INA', 'BO', 'PD', 'RN', 'I.I.S.']);

/** Roman numerals found in names: popes, kings, dates. `DI`, `MI`, `VI` in other senses do not occur in capitals alone. */
const ROMAN = /^(?:X{1,3}(?:IX|IV|V?I{0,3})|IX|IV|VI{1,3}|V|I{2,3})$/;

/** Words cut before their end keep the apostrophe; in any other final position it stands for a grave accent. */
const CUT = new Set(["CA'", "DE'", "FRA'", "MO'", "PO'"]);
const ACCENTED: Record<string, string> = { A: 'à', E: 'è', I: 'ì', O: 'ò', U: 'ù' };

/** "LIBERTA'" → "LIBERTà" before the capital is set; "CA'" stays. The sources have no é at the end of a name but these three. */
const ACUTE = new Set(["HONORE'", "DUPRE'", "ANDRE'"]);

function accent(word: string): string {
  const final = /^(.+)([AEIOU])'$/.exec(word);
  if (!final || CUT.has(word)) return word;
  const [, stem = '', vowel = ''] = final;
  return stem + (ACUTE.has(word) ? 'é' : (ACCENTED[vowel] ?? vowel));
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();

function titleWord(word: string, first: boolean, personal: boolean): string {
  if (ACRONYMS.has(word) || ROMAN.test(word)) return word;
  const elided = /^([A-Z]+')([A-Z].*)$/.exec(word);
  if (elided) {
    const [, head = '', rest = ''] = elided;
    const small = head === "D'" ? !personal : SMALL.has(head.toLowerCase());
    return (small && !first ? head.toLowerCase() : capital(head)) + capital(accent(rest));
  }
  if (!first && SMALL.has(word.toLowerCase())) return word.toLowerCase();
  return capital(accent(word));
}

/** Family names that begin with "D'"; elsewhere "d'" is a preposition ("Medaglie d'Oro"). */
const PERSONAL_D = new Set(["D'ANNUNZIO", "D'AZEGLIO"]);

/**
 * Italian title case of a name the source shouts, or capitalises word by word:
 * "PIAZZA DELL'UNITA'" → "Piazza dell'Unità", "Croce Del Biacco" → "Croce del Biacco", "XXI APRILE" → "XXI Aprile".
 */
export function titleCase(name: string): string {
  const words = name
    .trim()
    .replace(/\s+/g, ' ')
    .toUpperCase()
    .split(/(?<=[\s(-])|(?=-)/);
  let first = true;
  return words
    .map((token) => {
      const [, open = '', word = '', close = ''] = /^([("']?)(.*?)([)\s,"]*)$/.exec(token) ?? [];
      if (word === '' || word === '-') {
        first = false;
        return token;
      }
      const out = open + titleWord(word, first, PERSONAL_D.has(word)) + close;
      // A part after a spaced or tight hyphen is a name of its own: "Ponte Savena-La Bastia".
      first = false;
      return out;
    })
    .join('');
}

/** "S. Viola" → "Santa Viola": the three zone the layer abbreviates, as the population tables write them. */
const SAINTS: readonly (readonly [RegExp, string])[] = [
  [/\bS\. ?(?=Viola\b)/gi, 'Santa '],
  [/\bS\. ?(?=Vitale\b|Ruffillo\b)/gi, 'San '],
];
export const expandSaints = (name: string): string =>
  SAINTS.reduce((text, [short, full]) => text.replace(short, full), name);

/** Abbreviations in the names of motorways and ring-road ramps. */
const STREET_SHORT: readonly (readonly [RegExp, string])[] = [
  [/\bTANG\.\s*/g, 'TANGENZIALE '],
  [/\bA-(?=\d)/g, 'A'],
  [/\bS\.\s*LAZZ(?:ARO\b|\.|$)/g, 'SAN LAZZARO'],
  [/\bCASAL\./g, 'CASALECCHIO'],
];

/** Street name for a map label; '' for arcs whose name is still to be given. */
export function streetName(name: string): string {
  if (name === 'NOME VIA DA ISTITUIRE') return '';
  return titleCase(STREET_SHORT.reduce((text, [short, full]) => text.replace(short, full), name));
}
