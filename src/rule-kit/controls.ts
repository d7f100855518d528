import type { Control } from '../linter/rule.js';

/** The CIS benchmarks that count as today; sections 1 to 5 have had these numbers since the second edition for 13. */
export const cisBenchmarks = ['cis-13', 'cis-14', 'cis-15', 'cis-16', 'cis-17', 'cis-18'] as const;

/**
 * The same control of all CIS benchmarks from 13 to 18.
 *
 * @param id its number, for instance `3.1.20`
 */
export function cis(...ids: string[]): Control[] {
  return ids.flatMap((id) => cisBenchmarks.map((benchmark) => ({ benchmark, id })));
}

/**
 * A control of section 6.9 and on, which the CIS benchmarks for 13, 14, 17 and 18 number alike (1.2.0, 1.2.0, 1.0.0,
 * 1.0.0); what 15 and 16 have there is not known.
 */
export function cisFrom6(id: string): Control[] {
  return (['cis-13', 'cis-14', 'cis-17', 'cis-18'] as const).map((benchmark) => ({ benchmark, id }));
}

/** Controls of the STIG for Crunchy Data Postgres 16, by the number behind `CD16-00-`. */
export function stig(...numbers: string[]): Control[] {
  return numbers.map((number) => ({ benchmark: 'stig-crunchy-16', id: `CD16-00-${number}` }));
}

/** A chapter of Percona's hardening guide: authentication, authorization, accounting, network, tls. */
export function percona(chapter: string): Control[] {
  return [{ benchmark: 'percona', id: chapter }];
}
