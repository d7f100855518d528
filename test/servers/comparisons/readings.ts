/** What a comparison asks of our side. */
import type { Major } from '../../../src/catalog/majors.js';
import type { Files } from '../generators/conf-trees.js';
import type { Row } from './rows.js';

/** Our reading of one kind of file. */
export interface OurReading {
  /** As `pgconflint show` prints them. */
  rows: readonly Row[];
  /** Whether the server takes the files; undefined where files alone do not decide it. */
  loads: boolean | undefined;
}

/** How the reason ends where a name is one that only some builds of its major know. */
export const inSomeBuilds = 'in some builds only';

/** Our reading of settings. */
export interface OurSettings extends OurReading {
  /** The lines, as `file:line`, whose value files alone do not decide, with the name of the parameter. */
  open: ReadonlyMap<string, string>;
  /** The lines, as `file:line`, that are no settings by the grammar, as far as a starting server reads on. */
  syntaxErrors: ReadonlySet<string>;
  /** A value as `postgres -C` prints it; undefined where that is left open. */
  canonical(name: string): string | undefined;
}

/** Reads the files of a data folder for one major. */
export interface Readings {
  hba(files: Files, major: Major): OurReading;
  ident(files: Files, major: Major): OurReading;
  /** Each row of an entry that is wrong has the error's `code`. */
  hosts(files: Files, major: Major): OurReading;
  settings(files: Files, major: Major): OurSettings;
}
