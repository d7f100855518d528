import type { FileKind } from '../../syntax/nodes.js';

/** Folders in which images look for files of their own accord, or keep their data. */
const ownFolders = /^\/(?:var\/lib|usr|opt|home|bitnami|docker-entrypoint|pgdata|data)(?:[/.-]|$)/;

const parameters: Readonly<Partial<Record<FileKind, string>>> = {
  conf: 'config_file',
  hba: 'hba_file',
  ident: 'ident_file',
};

/**
 * Whether a server does not read a file that it is given: it looks into its data folder and nowhere else, unless a
 * parameter names a file (guc.c, SelectConfigFiles).
 *
 * @param target where the file lies for the server
 * @param settings what its command line says, by lower-case names
 */
export function isUnreadAt(target: string, kind: FileKind, settings: Readonly<Record<string, string>>): boolean {
  const parameter = parameters[kind];
  // Another main file may include it, or name it.
  if (parameter === undefined || settings['config_file'] !== undefined || settings['data_directory'] !== undefined)
    return false;
  return target.startsWith('/') && !ownFolders.test(target) && settings[parameter] === undefined;
}
