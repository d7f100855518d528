import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { LineTable } from '../../syntax/positions.js';
import { ConfigError } from './config-error.js';
import type { ParsedConfig } from './parsed-config.js';

/** Reads JSON with comments and trailing commas. */
export function parse(path: string, text: string): ParsedConfig {
  const errors: ParseError[] = [];
  const content = text.replace(/^\uFEFF/, '');
  const tree = parseTree(content, errors, { allowTrailingComma: true });
  const lines = new LineTable(content);
  const [error] = errors;
  if (error !== undefined || tree === undefined) {
    const words =
      error === undefined
        ? 'nothing'
        : printParseErrorCode(error.error)
            .replace(/(?!^)([A-Z])/g, ' $1')
            .toLowerCase();
    const { line, column } = lines.positionAt(error?.offset ?? 0);
    throw new ConfigError(path, line, `This is not JSON: ${words} at column ${column}.`);
  }
  const twice = repeatedName(tree);
  if (twice !== undefined) {
    throw new ConfigError(
      path,
      lines.positionAt(twice.offset).line,
      `“${twice.value}” stands here a second time; only one of them would hold.`,
    );
  }
  const lineOf = (keys: readonly (string | number)[]): number => {
    const node = findNodeAtLocation(tree, [...keys]);
    // A property's value stands behind its name, perhaps lines below.
    const place = node?.parent?.type === 'property' ? node.parent : node;
    return lines.positionAt(place?.offset ?? 0).line;
  };
  return { value: getNodeValue(tree), lineOf };
}

/** The first name that an object has twice. */
function repeatedName(node: Node): Node | undefined {
  const seen = new Set<unknown>();
  for (const child of node.children ?? []) {
    const name = node.type === 'object' ? child.children?.[0] : undefined;
    if (name !== undefined && seen.has(name.value)) return name;
    seen.add(name?.value);
    const inner = repeatedName(child);
    if (inner !== undefined) return inner;
  }
  return undefined;
}
