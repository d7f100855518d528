import { defaultMajor, type Major } from '../catalog/majors.js';
import { parseAuth } from '../syntax/auth.js';
import { parseConf } from '../syntax/conf.js';
import type { AuthTree, ConfTree } from '../syntax/nodes.js';

/**
 * Reads a text as a tree; never fails, a line that a server cannot read becomes a node that says why.
 *
 * @param text a whole file
 * @param kind `conf` for postgresql.conf, else `hba`, `ident` or `hosts`
 * @param postgres the major that reads it: lines and quotes differ a little
 */
export function parse(text: string, kind: 'conf'): ConfTree;
export function parse(text: string, kind: AuthTree['kind'], postgres?: Major): AuthTree;
export function parse(
  text: string,
  kind: 'conf' | AuthTree['kind'],
  postgres: Major = defaultMajor,
): ConfTree | AuthTree {
  return kind === 'conf' ? parseConf(text) : parseAuth(text, kind, postgres);
}
