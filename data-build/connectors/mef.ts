import { InputError } from '../model';
import { onlyMember } from './zip';

/** True for the zipped tables of income tax by comune or postcode. */
export const isMef = (url: string): boolean =>
  /\/Redditi_e_principali_variabili_IRPEF_su_base_(sub)?comunale_CSV_\d{4}\.zip$/.test(url);

const BOLOGNA = { comune: /^(037)\d{3}$|^37\d{3}$/, cap: /^037006$|^37006$/ };

/**
 * The lines of one province out of the ministry's national table, byte for byte, header first: `comunale` keeps the 55 comuni of
 * province 037, `subcomunale` the postcodes of the city. The ISTAT code has its leading zero in some years only.
 */
export function readMef(bytes: Uint8Array, file: string): Uint8Array {
  const { name, data } = onlyMember(bytes, file, '.csv');
  const text = new TextDecoder('latin1').decode(data);
  const lines = text.split(/(?<=\n)/);
  const header = (lines[0] ?? '')
    .replace(/^(ï»¿)+/, '')
    .trimEnd()
    .split(';');
  const at = header.indexOf('Codice Istat Comune');
  if (at < 0)
    throw new InputError(
      { file: `${file}/${name}`, line: 1 },
      'a column Codice Istat Comune',
      header.slice(0, 8).join(', '),
      'The ministry changed its columns.',
    );
  const code = header.includes('CAP') ? BOLOGNA.cap : BOLOGNA.comune;
  const kept = lines.slice(1).filter((line) => code.test(line.split(';')[at]?.trim() ?? ''));
  if (kept.length === 0)
    throw new InputError(
      { file: `${file}/${name}` },
      'rows of Bologna',
      `none in ${lines.length - 1}`,
      'Check the codes of the comuni.',
    );
  return Buffer.from([lines[0], ...kept].join(''), 'latin1');
}
