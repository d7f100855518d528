import type { Cluster } from '../types.js';

/**
 * What every placeholder of a template begins with, as src/syntax/placeholders.ts knows them. The stock postgresql.conf
 * has two that nothing fills in: a path, and an example for log_line_prefix.
 */
const signs = /\{[%#{]|<%(?!u%)|\$(?!\{sysconfdir\})[{A-Z_]|@[A-Za-z_][\w.-]*@/;

/** Characters without which there is no sign: looking for these is many times faster, and most authentication files have none. */
const needed = ['{', '<%', '$', '@'];

/** One look at each file: most have no sign of a template, and are spared a closer one. */
export function hasTemplateSigns({ files }: Pick<Cluster, 'files'>): boolean {
  return files.some(({ text }) => needed.some((one) => text.includes(one)) && signs.test(text));
}
