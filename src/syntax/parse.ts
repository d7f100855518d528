import type { Major } from '../catalog/majors.js';
import type { Encoding } from '../files/encoding.js';
import { parseAuth } from './auth.js';
import { parseConf } from './conf.js';
import type { AuthTree, ConfTree, FileKind, Tree } from './nodes.js';

/**
 * Makes the tree of a text. Never fails.
 *
 * @param text the whole text
 * @param kind which of the four formats it has
 * @param target the server's major
 * @param encoding how the characters were stored; only limits in bytes depend on it
 */
export function parse(text: string, kind: 'conf', target: Major, encoding?: Encoding): ConfTree;
export function parse(text: string, kind: AuthTree['kind'], target: Major, encoding?: Encoding): AuthTree;
export function parse(text: string, kind: FileKind, target: Major, encoding?: Encoding): Tree;
export function parse(text: string, kind: FileKind, target: Major, encoding: Encoding = 'utf-8'): Tree {
  return kind === 'conf' ? parseConf(text) : parseAuth(text, kind, target, encoding);
}
