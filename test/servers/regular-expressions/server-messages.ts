/** What the servers say for each of the checker's codes. */
import type { ExpressionErrorCode } from '../../../src/syntax/regular-expression.js';

export const serverMessages: Record<Exclude<ExpressionErrorCode, 'contains-nul'>, string> = {
  'unbalanced-bracket': 'brackets [] not balanced',
  'unbalanced-parenthesis': 'parentheses () not balanced',
  'open-brace': 'braces {} not balanced',
  'nothing-to-repeat': 'quantifier operand invalid',
  'bad-repetition-count': 'invalid repetition count(s)',
  'unknown-option': 'invalid embedded option',
  'version-question': 'invalid regexp (reg version 0.8)',
  'bad-back-reference': 'invalid backreference number',
  'unknown-character-class': 'invalid character class',
  'unknown-collating-element': 'invalid collating element',
  'bad-character-range': 'invalid character range',
  'bad-escape': 'invalid escape \\ sequence',
};

/** The checker's code for a server's sentence; undefined where the server takes the expression. */
export function codeOf(message: string | undefined): string | undefined {
  if (message === undefined) return undefined;
  return Object.entries(serverMessages).find(([, sentence]) => sentence === message)?.[0] ?? message;
}
