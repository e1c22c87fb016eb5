/**
 * Longest span in days that keeps a promise, by code of the EU frequency authority list
 * (publications.europa.eu/resource/authority/frequency). Codes that promise nothing (IRREG, AS_NEEDED, OTHER, UNKNOWN, CONT…)
 * are absent.
 */
const SPAN: Readonly<Record<string, number>> = {
  DECENNIAL: 3653,
  QUINQUENNIAL: 1827,
  QUADRENNIAL: 1461,
  TRIENNIAL: 1096,
  BIENNIAL: 731,
  ANNUAL: 366,
  ANNUAL_2: 184,
  ANNUAL_3: 123,
  QUARTERLY: 92,
  BIMONTHLY: 62,
  MONTHLY: 31,
  MONTHLY_2: 16,
  MONTHLY_3: 11,
  BIWEEKLY: 14,
  WEEKLY: 7,
  WEEKLY_2: 4,
  WEEKLY_3: 3,
  DAILY: 1,
  DAILY_2: 1,
};

/**
 * `kept` or `late` against a promised frequency; `closed` when the publisher says it never changes again; `no-promise` for a
 * frequency that names no span; `unknown` when no frequency or no day of change is recorded.
 */
export type FreshStatus = 'kept' | 'late' | 'closed' | 'no-promise' | 'unknown';

export interface Freshness {
  status: FreshStatus;
  /** EU frequency code, null when not recorded. */
  frequency: string | null;
  /** Day of the publisher's last change, null when not recorded. */
  modified: string | null;
  /** Day of the catalogue snapshot that says so: the promise is judged on that day, null without one. */
  asOf: string | null;
  /** Days from `modified` to `asOf`. */
  age: number | null;
  /** Days the frequency allows. */
  allowed: number | null;
  /** Last period of the data, and days from its end to the edition; null for a period that is no date. */
  lastPeriod: string;
  lastPeriodAge: number | null;
}

const DAY = 86_400_000;
const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY;

/** Last day of a period `2023`, `2023-05`, `2023-05-17`; null for any other, school years as `2024-2025` among them. */
export function lastDay(period: string): string | null {
  if (/^\d{4}$/.test(period)) return `${period}-12-31`;
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(period)) {
    const [year, month] = period.split('-').map(Number) as [number, number];
    return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  }
  return /^\d{4}-\d\d-\d\d$/.test(period) ? period : null;
}

export interface Promised {
  frequency?: string | undefined;
  modified?: string | undefined;
  asOf?: string | undefined;
}

/** All days come from the edition and its catalogue, none from the clock: the same edition gives the same words. */
export function freshness(lastPeriod: string, edition: string, promised: Promised): Freshness {
  const { frequency = '', modified = '', asOf = '' } = promised;
  const allowed = SPAN[frequency] ?? null;
  const age = modified && asOf ? dayOf(asOf) - dayOf(modified) : null;
  const end = lastDay(lastPeriod);
  const status = (): FreshStatus => {
    if (frequency === '' || frequency === 'UNKNOWN') return 'unknown';
    if (frequency === 'NEVER') return 'closed';
    if (allowed === null) return 'no-promise';
    return age === null ? 'unknown' : age <= allowed ? 'kept' : 'late';
  };
  return {
    status: status(),
    frequency: frequency || null,
    modified: modified || null,
    asOf: asOf || null,
    age,
    allowed,
    lastPeriod,
    lastPeriodAge: end === null ? null : dayOf(edition) - dayOf(end),
  };
}
