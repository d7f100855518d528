import type { FileKind } from './answers.js';

/** What VS Code calls the formats; the server knows these names. */
export const languageOf: Readonly<Record<FileKind, string>> = {
  hba: 'pg-hba',
  ident: 'pg-ident',
  hosts: 'pg-hosts',
  conf: 'postgresql-conf',
};

export const languageIds: readonly string[] = Object.values(languageOf);

/** Languages that say no more of a file than that it is some text: the server may know better. */
export const generalLanguages: readonly string[] = ['plaintext', 'properties', 'ini', 'conf'];

/** The documents that the server is told of. Which of them are PostgreSQL's, it finds out itself. */
export const documentSelector = [
  ...languageIds.flatMap((language) => [
    { scheme: 'file', language },
    { scheme: 'untitled', language },
  ]),
  // What an include names may be called anything; most are called this.
  { scheme: 'file', pattern: '**/*.conf' },
  // Manifests and Compose files may carry files of PostgreSQL.
  { scheme: 'file', pattern: '**/*.{yml,yaml}' },
  { scheme: 'file', pattern: '**/pgconflint.config.{json,jsonc}' },
  { scheme: 'file', pattern: '**/package.json' },
];
