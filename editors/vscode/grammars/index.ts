import type { Grammar } from './grammar.js';
import { hbaGrammar } from './hba.js';
import { hostsGrammar } from './hosts.js';
import { identGrammar } from './ident.js';
import { settingsGrammar } from './settings.js';

/** The grammar of each language, by the language's id. */
export const grammars: Readonly<Record<string, Grammar>> = {
  'pg-hba': hbaGrammar,
  'pg-ident': identGrammar,
  'pg-hosts': hostsGrammar,
  'postgresql-conf': settingsGrammar,
};
