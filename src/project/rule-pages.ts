import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Rule } from '../linter/rule.js';

/** Where the pages stand: beside the bundle or its chunks in the package, and in the project itself. */
const places = ['./rules/', '../rules/', '../../rules/'];

/**
 * The page of one of the project's own rules, in Markdown.
 *
 * @returns undefined for rules of plugins, which keep their pages elsewhere
 */
export function pageOf(rule: Rule): string | undefined {
  for (const place of places) {
    const path = fileURLToPath(new URL(`${place}${rule.id}.md`, import.meta.url));
    if (existsSync(path)) return readFileSync(path, 'utf8');
  }
  return undefined;
}
