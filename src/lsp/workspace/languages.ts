import { formats } from '../../formats/index.js';
import { kindByContent, kindByName } from '../../formats/recognize.js';
import type { FileKind } from '../../syntax/nodes.js';

/** What editors call the formats, lower case and without marks: `pg-hba`, `pg_hba` and `PgHba` are one. */
const languages: ReadonlyMap<string, FileKind> = new Map(
  Object.values(formats).flatMap(({ kind, languages }) => languages.map((name) => [name, kind])),
);

/** Names that say no more than that it is some text, or some configuration. */
const general =
  /^(?:|(?:plain)?[ _-]?text|txt|pgconflint|config|configuration|cfg|conf|conf-(?:mode|unix|space|colon|javaprop|toml|windows|xdefaults)|ini|dosini|properties|java-properties|toml|fundamental|unknown|none|hocon|nginx)$/i;

/**
 * The format of a buffer by its name, else by what the editor calls its language.
 *
 * @returns undefined where neither tells
 */
export function kindOfBuffer(path: string, languageId: string | undefined): FileKind | undefined {
  return kindByName(path) ?? languages.get(languageId?.toLowerCase().replace(/[^a-z]/g, '') ?? '');
}

/**
 * Whether a buffer that no cluster reads is one of PostgreSQL's files. What an editor knows as something else is none;
 * for a plain text the contents decide.
 */
export function isConfigurationBuffer(path: string, languageId: string | undefined, text: string): boolean {
  if (kindOfBuffer(path, languageId) !== undefined) return true;
  return general.test(languageId ?? '') && kindByContent(text) !== undefined;
}
