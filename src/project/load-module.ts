import { createRequire } from 'node:module';
import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ConfigError } from '../linter/configuration/config-error.js';
import { thrownAt } from './thrown-at.js';
import type { Environment } from './trusted-folders.js';

/**
 * Refuses code: it does what it likes with the rights of whoever runs it, and not every repository is one's own.
 *
 * @param path what is not run: an absolute path, or a package's name
 * @param from the configuration that names it
 * @param advice a clause: what forbids it, or what would allow it
 * @throws ConfigError always
 */
export async function refuseModule(path: string, from: string, advice: string): Promise<never> {
  const what = path === from ? 'This configuration is code' : `The plugin ${path} is code`;
  throw new ConfigError(from, undefined, `${what} and was not run: ${advice}; JSON and YAML need none.`);
}

/**
 * Runs code of folders that a person trusts, and refuses any other.
 *
 * @param env tells where that person's own configuration is
 * @throws as refuseModule and loadModule do
 */
export async function loadTrustedModule(path: string, from: string, env: Environment): Promise<unknown> {
  const { isTrusted } = await import('./trusted-folders.js');
  const paths = isAbsolute(path) ? [path, from] : [from];
  if (paths.every((one) => isTrusted(one, env))) return loadModule(path, from);
  return refuseModule(path, from, '--allow-code runs it');
}

/**
 * Runs a configuration or a plugin that is code.
 *
 * @param path an absolute path, or a package's name
 * @param from the configuration that names it; packages are looked for from there
 * @returns its default export where it has one and no `rules`, else everything that it exports
 * @throws ConfigError where it does not exist or throws
 */
export async function loadModule(path: string, from: string): Promise<unknown> {
  const file = isAbsolute(path) ? path : resolvePackage(path, from);
  try {
    const module = (await load(file)) as Record<string, unknown>;
    return await (module['default'] ?? module);
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    const at = thrownAt(error);
    const reason = (error as Error)?.message ?? String(error);
    throw new ConfigError(at?.file ?? file, at?.line, `This code failed: ${reason}`, error);
  }
}

function resolvePackage(name: string, from: string): string {
  try {
    return createRequire(from).resolve(name);
  } catch (error) {
    throw new ConfigError(from, undefined, `The package ${name} is not installed here.`, error);
  }
}

async function load(file: string): Promise<unknown> {
  const url = pathToFileURL(file).href;
  const stripsTypes = (process.features as { typescript?: unknown }).typescript;
  if (!/\.[cm]?ts$/.test(file) || stripsTypes) return import(url);
  const { createJiti } = await import('jiti').catch(() => {
    throw new ConfigError(file, undefined, 'TypeScript needs Node.js 22.18 or later here, or the package jiti.');
  });
  return createJiti(url).import(file);
}
