/** What tells in a file's text that it may be one of a platform: nothing else of it is read without. */

/** A platform whose files carry PostgreSQL's. */
export type Platform = 'kubernetes' | 'compose';

/** What stands in every file of a platform that carries something; a file that has all of it is parsed. */
export interface Mark {
  platform: Platform;
  all: readonly RegExp[];
}

export const marks: readonly Mark[] = [
  {
    platform: 'kubernetes',
    all: [/\bkind["']?:[ \t]*["']?(?:ConfigMap|Secret)\b/, /\w\.conf["']?[ \t]*:/],
  },
  {
    platform: 'compose',
    all: [
      /^["']?services["']?[ \t]*:/m,
      /postgres|postgis|timescale|pgvector|citus|spilo/i,
      /\b(?:command|content)["']?[ \t]*:/,
    ],
  },
];
