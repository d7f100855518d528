import { kindByContent, kindByName } from '../syntax/kind.js';
import type { FileKind } from '../syntax/nodes.js';

/** What editors call the formats. */
const languages: Readonly<Record<string, FileKind | undefined>> = {
  'pg-hba': 'hba',
  pg_hba: 'hba',
  pghba: 'hba',
  hba: 'hba',
  'pg-ident': 'ident',
  pg_ident: 'ident',
  pgident: 'ident',
  'pg-hosts': 'hosts',
  pg_hosts: 'hosts',
  pghosts: 'hosts',
  'postgresql-conf': 'conf',
  postgresql_conf: 'conf',
  postgresqlconf: 'conf',
  'postgresql.conf': 'conf',
  postgresql: 'conf',
  pgconf: 'conf',
};

/** Names that say no more than that it is some text. */
const general =
  /^(?:|(?:plain)?text|plaintext|txt|conf|config|cfg|ini|dosini|properties|toml|fundamental|unknown|nginx)$/i;

/**
 * The format of a buffer by its name, else by what the editor calls its language.
 *
 * @returns undefined where neither tells
 */
export function kindOfBuffer(path: string, languageId: string | undefined): FileKind | undefined {
  return kindByName(path) ?? languages[languageId?.toLowerCase() ?? ''];
}

/**
 * Whether a buffer that no cluster reads is one of PostgreSQL's files. What an editor knows as something else is none;
 * for a plain text the contents decide.
 */
export function isConfigurationBuffer(path: string, languageId: string | undefined, text: string): boolean {
  if (kindOfBuffer(path, languageId) !== undefined) return true;
  return general.test(languageId ?? '') && kindByContent(text) !== undefined;
}
