/** Words of the controlled vocabularies that DCAT-AP_IT asks for. */

const EU = 'http://publications.europa.eu/resource/authority';
export const ITALIAN = `${EU}/language/ITA`;
export const ENGLISH = `${EU}/language/ENG`;
export const THEME_TAXONOMY = `${EU}/data-theme`;
export const frequency = (code: string | null): string => `${EU}/frequency/${code ?? 'UNKNOWN'}`;

/** Theme of the atlas → EU data theme. What belongs to no theme of the atlas is a matter of the city. */
const THEMES: Readonly<Record<string, string>> = {
  population: 'SOCI',
  origins: 'SOCI',
  households: 'SOCI',
  income: 'ECON',
  work: 'ECON',
  fragility: 'SOCI',
  education: 'EDUC',
  services: 'SOCI',
  housing: 'REGI',
  tourism: 'ECON',
  mobility: 'TRAN',
  environment: 'ENVI',
  participation: 'GOVE',
  elections: 'GOVE',
};
export const theme = (id: string | null): string => `${THEME_TAXONOMY}/${(id && THEMES[id]) || 'REGI'}`;

const FORMATS = ['csv', 'json', 'geojson', 'shp', 'xlsx', 'xls', 'zip', 'html', 'xml', 'txt', 'pdf'];
/** EU file type of an ending; bytes of some kind where there is no word for it. */
export const fileType = (ending: string | null): string =>
  `${EU}/file-type/${ending && FORMATS.includes(ending) ? ending.toUpperCase() : 'OCTET'}`;

/** What a licence asks for, in the words of ADMS. */
export function licenceType(id: string): string {
  const word = /^CC0|^PDDL/.test(id)
    ? 'PublicDomain'
    : /-NC/.test(id)
      ? 'NonCommercialUseOnly'
      : /^ODbL|-SA/.test(id)
        ? 'ViralEffect-ShareAlike'
        : 'Attribution';
  return `http://purl.org/adms/licencetype/${word}`;
}

/** IPA codes (Indice delle pubbliche amministrazioni): of a municipality `c_` and its cadastral code, which is A944 for Bologna. */
const IPA: Readonly<Record<string, string>> = { 'Comune di Bologna': 'c_a944' };
/** The publisher's IPA code where it is written down here; else the host its data come from, which is no official code. */
export const agentCode = (name: string, page: string): string => IPA[name] ?? new URL(page).host;
