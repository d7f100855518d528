import { createRequire } from 'node:module';
import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ConfigError } from '../linter/configuration/config-error.js';
import { thrownAt } from './thrown-at.js';

/** Refuses code: for --no-code, and wherever nobody has said that the folder is trusted. */
export async function forbidModules(path: string, from: string): Promise<never> {
  throw new ConfigError(from, undefined, `${path} is code, and --no-code forbids to run it; JSON and YAML need none.`);
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
