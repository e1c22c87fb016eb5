/** Population on 1 January, all territories (ondata/guida-api-istat). */
const FLOW = 'IT1,22_289';
const BASE = 'https://esploradati.istat.it/SDMXWS/rest/data';

/** What the service answers CSV to. */
export const SDMX_ACCEPT = 'text/csv';

/**
 * Address of a series in ISTAT's SDMX service for whole years. The service reads `endperiod` one year too late: asked for 2024 it
 * adds 2025, so that year N is had by an end of N−1 (ondata/guida-api-istat). Should it be mended one day, `checkYears` notices.
 */
export function sdmxUrl(key: string, from: number, to: number, flow = FLOW, base = BASE): string {
  if (to < from) throw new RangeError(`${from}–${to} is no span of years`);
  return `${base}/${flow}/${key}/?startperiod=${from}&endperiod=${to - 1}`;
}

/** Years in an SDMX-CSV answer that were not asked for, and years that were and did not come. */
export function checkYears(
  periods: Iterable<string>,
  from: number,
  to: number,
): { extra: string[]; missing: string[] } {
  const found = new Set([...periods].map((period) => period.slice(0, 4)));
  const asked = new Set(Array.from({ length: to - from + 1 }, (_, i) => String(from + i)));
  return {
    extra: [...found].filter((year) => !asked.has(year)).sort(),
    missing: [...asked].filter((year) => !found.has(year)),
  };
}

/** True for addresses of the SDMX service. */
export const isSdmx = (url: string): boolean => /\/SDMXWS\/rest\/data\//.test(url);
