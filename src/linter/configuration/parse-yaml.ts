import { isNode, parseDocument } from 'yaml';
import { LineTable } from '../../syntax/positions.js';
import { ConfigError } from './config-error.js';
import type { ParsedConfig } from './parse.js';

/** Reads YAML 1.2. */
export function parse(path: string, text: string): ParsedConfig {
  const document = parseDocument(text);
  const lines = new LineTable(text);
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, column } = lines.positionAt(error.pos[0]);
    const reason = error.message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '');
    throw new ConfigError(path, line, `This is not YAML: ${reason} (column ${column}).`);
  }
  const lineOf = (keys: readonly (string | number)[]): number => {
    const node = document.getIn(keys, true);
    return lines.positionAt(isNode(node) ? (node.range?.[0] ?? 0) : 0).line;
  };
  return { value: document.toJS() ?? {}, lineOf };
}
