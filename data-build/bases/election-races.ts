import { OLD_SECTIONS } from './election-notes';

export interface Race {
  /** End of the ids. */
  id: string;
  ballot: string;
  /** First election held with sections close to those of 2021; undefined where all were. */
  settled?: string;
  it: string;
  en: string;
}

export const MUNICIPAL: Race = {
  id: 'municipal',
  ballot: 'mayor',
  settled: '2011',
  it: 'elezioni comunali',
  en: 'municipal elections',
};
export const CHAMBER: Race = {
  id: 'chamber',
  ballot: 'chamber',
  settled: '2013',
  it: 'elezioni politiche (Camera)',
  en: 'general elections (Chamber)',
};
export const SENATE: Race = {
  id: 'senate',
  ballot: 'senate',
  settled: '2013',
  it: 'elezioni politiche (Senato)',
  en: 'general elections (Senate)',
};
export const EUROPEAN: Race = {
  id: 'european',
  ballot: 'european',
  settled: '2014',
  it: 'elezioni europee',
  en: 'European elections',
};
export const REGIONAL: Race = {
  id: 'regional',
  ballot: 'regional-president',
  it: 'elezioni regionali',
  en: 'regional elections',
};

export const breaksOf = ({ settled }: Race) => (settled ? [OLD_SECTIONS(settled)] : []);

export const MAYOR_YEARS = ['2004', '2009', '2011', '2016', '2021'];
