import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';

/** How a server is started: a module for the Node of the editor, or a command. */
export type Launch = { module: string } | { command: string };

/**
 * Finds the server to start.
 *
 * @param named the setting `pgconflint.server.path`; empty for the server that comes with the extension
 * @param extension the extension's folder
 * @param folder the first folder of the workspace, which a relative path starts from
 */
export function launchOf(named: string, extension: string, folder: string | undefined): Launch {
  const path = named.trim();
  if (path === '') return { module: join(extension, 'server', 'dist', 'cli.js') };
  // A bare word is a command on the PATH.
  const isPath = /[\\/]/.test(path);
  const full = isPath && !isAbsolute(path) && folder !== undefined ? join(folder, path) : path;
  return /\.[cm]?js$/i.test(path) ? { module: full } : { command: full };
}

/** The file that a launch needs and that is not there; undefined where it is, or where the PATH decides. */
export function missingFile(launch: Launch): string | undefined {
  const file = 'module' in launch ? launch.module : launch.command;
  return isAbsolute(file) && !existsSync(file) ? file : undefined;
}
