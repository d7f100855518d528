import type { TestClient } from './client.js';

const methods = [
  'hover',
  'completion',
  'codeAction',
  'definition',
  'references',
  'documentHighlight',
  'prepareRename',
  'rename',
  'documentLink',
  'documentSymbol',
  'foldingRange',
  'inlayHint',
  'semanticTokens/full',
  'semanticTokens/range',
  'formatting',
  'rangeFormatting',
  'codeLens',
] as const;

/** What a rename may be refused with: nothing there can be renamed. */
const refusals = new Set([-32600, -32602]);

/**
 * Asks a server something about a place of a buffer, and applies nothing of the answer.
 *
 * @param random a number below a bound
 * @param lines how many lines the buffer has
 * @returns what failed, or undefined
 */
export async function askAtRandom(
  client: TestClient,
  uri: string,
  random: (below: number) => number,
  lines: number,
): Promise<string | undefined> {
  const method = methods[random(methods.length)]!;
  const position = { line: random(lines + 1), character: random(60) };
  const end = { line: position.line + random(3), character: random(60) };
  const params = {
    position,
    range: { start: position, end: random(2) === 0 ? position : end },
    context: { diagnostics: [], includeDeclaration: random(2) === 0, only: random(4) === 0 ? ['source'] : undefined },
    options: { tabSize: 2, insertSpaces: true },
    newName: random(2) === 0 ? 'other' : 'no map',
  };
  try {
    await client.request(`textDocument/${method}`, uri, params);
    return undefined;
  } catch (error) {
    if (method === 'rename' && refusals.has((error as { code?: number }).code ?? 0)) return undefined;
    return `${method} at ${position.line}:${position.character} of ${uri} failed: ${(error as Error).message}`;
  }
}
