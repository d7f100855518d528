import type { Major } from './majors.js';

/** What a file must have for a security fix to concern it. */
export type ConcernedBy = 'logical decoding' | 'compared passwords' | 'clients of a network' | 'client certificates';

/** A security fix of a minor release that concerns what these files say. */
export interface SecurityFix {
  cve: string;
  /** By major: the release that brought it. Majors that are not named have it from the start, or never got it. */
  fixedIn: Readonly<Partial<Record<Major, string>>>;
  concerns: ConcernedBy;
  /** What servers without it allow, as the end of a sentence. */
  allows: string;
}

/** Out of the release notes of the minor releases; most security fixes are about SQL, and no file shows whether they matter. */
export const securityFixes: readonly SecurityFix[] = [
  {
    cve: 'CVE-2021-23214',
    fixedIn: { 10: '10.19', 11: '11.14', 12: '12.9', 13: '13.5', 14: '14.1' },
    concerns: 'client certificates',
    allows: 'somebody between client and server to put statements in front of a login by certificate',
  },
  {
    cve: 'CVE-2026-6471',
    fixedIn: { 14: '14.24', 15: '15.19', 16: '16.15', 17: '17.11', 18: '18.6' },
    concerns: 'logical decoding',
    allows: 'a role that may replicate to load any library of the server',
  },
  {
    cve: 'CVE-2026-6478',
    fixedIn: { 14: '14.23', 15: '15.18', 16: '16.14', 17: '17.10', 18: '18.4' },
    concerns: 'compared passwords',
    allows: 'clients to learn from response times how much of a password or hash was right',
  },
  {
    cve: 'CVE-2026-6479',
    fixedIn: { 14: '14.23', 15: '15.18', 16: '16.14', 17: '17.10', 18: '18.4' },
    concerns: 'clients of a network',
    allows: 'clients that need no password to crash the process that serves them',
  },
];
