import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where our own code stands: the bundle, or the sources. */
const own = dirname(fileURLToPath(import.meta.url)).replace(/(?<=[\\/]src)[\\/]project$/, '');

/**
 * Where foreign code (a plugin, a configuration) threw an error: the innermost place that is neither Node's nor ours.
 *
 * @param error whatever was thrown
 * @returns file and 1-based line; undefined where the error does not tell
 */
export function thrownAt(error: unknown): { file: string; line: number } | undefined {
  if (!(error instanceof Error)) return undefined;
  for (const line of error.stack?.split('\n') ?? []) {
    // `at name (file:///a.mjs:1:2)`, or `file:///a.mjs:1` above the line that cannot be compiled.
    const match = /(?:^|\s|\()(?<url>file:\/\/[^\s()]+?):(?<line>\d+)(?::\d+)?\)?$/.exec(line);
    if (match?.groups === undefined) continue;
    const file = fileURLToPath(match.groups['url']!);
    if (!file.startsWith(own)) return { file, line: Number(match.groups['line']) };
  }
  return undefined;
}
