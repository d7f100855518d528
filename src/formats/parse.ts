import type { Major } from '../catalog/majors.js';
import type { Encoding } from '../files/encoding.js';
import type { AuthKind, AuthTree, ConfTree, FileKind, Tree } from '../syntax/nodes.js';
import { formats } from './index.js';

/**
 * Makes the tree of a text. Never fails.
 *
 * @param text the whole text
 * @param kind which format it has
 * @param target the server's major
 * @param encoding how the characters were stored; only limits in bytes depend on it
 */
export function parse(text: string, kind: 'conf', target: Major, encoding?: Encoding): ConfTree;
export function parse(text: string, kind: AuthKind, target: Major, encoding?: Encoding): AuthTree;
export function parse(text: string, kind: FileKind, target: Major, encoding?: Encoding): Tree;
export function parse(text: string, kind: FileKind, target: Major, encoding: Encoding = 'utf-8'): Tree {
  return formats[kind].parse(text, target, encoding);
}
