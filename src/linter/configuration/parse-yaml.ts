import { isAlias, isNode, parseDocument, visit } from 'yaml';
import { LineTable } from '../../syntax/positions.js';
import { ConfigError } from './config-error.js';
import type { ParsedConfig } from './parsed-config.js';

/**
 * Reads YAML 1.2.
 *
 * @throws ConfigError where it is none, RangeError where it is nested too deeply
 */
export function parse(path: string, text: string): ParsedConfig {
  const document = parseDocument(text, { prettyErrors: false });
  // The library tells a stack that is too small for the depth of the text like any other error.
  if (document.errors.some(({ message }) => message.startsWith('Maximum call stack'))) throw new RangeError('deep');
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
  const { value, fault } = documentValue(document);
  if (fault === undefined) return { value: value ?? {}, lineOf };
  const { line, column } = lines.positionAt(fault.offset);
  throw new ConfigError(path, line, `This is not YAML: ${fault.message} (column ${column}).`);
}

/**
 * What a document without errors says. An alias is followed only here: of one that leads nowhere, or to more copies than
 * memory would hold, YAML's reader complains at last.
 */
export function documentValue(document: ReturnType<typeof parseDocument>): {
  value?: unknown;
  fault?: { message: string; offset: number };
} {
  try {
    return { value: document.toJS() };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    let offset = 0;
    const anchors = new Set<string>();
    visit(document, {
      Node(_, node) {
        if (!isAlias(node)) {
          if (node.anchor !== undefined) anchors.add(node.anchor);
          return undefined;
        }
        offset = node.range?.[0] ?? 0;
        return anchors.has(node.source) ? undefined : visit.BREAK;
      },
    });
    return { fault: { message: error.message.split('\n')[0]!, offset } };
  }
}
