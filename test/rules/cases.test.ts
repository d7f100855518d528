/** Each rule shows at least three cases without a problem and three with one. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { type CallExpression, type Expression, parseSync } from '@swc/core';
import { rules } from '../../rules/index.js';

/** What comments keep quiet is judged behind all rules: test/linter/suppressions/suppressions.test.ts shows it. */
const judgedElsewhere = (id: string) => id.startsWith('suppressions/');

/** The number of cases that a test file writes down, by their kind; a list that is computed counts as many as it takes. */
function casesOf(text: string): { valid: number; invalid: number } {
  const counts = { valid: 0, invalid: 0 };
  const { body } = parseSync(text, { syntax: 'typescript' });
  for (const item of body) {
    if (item.type !== 'ExpressionStatement' || item.expression.type !== 'CallExpression') continue;
    const { callee, arguments: given } = item.expression as CallExpression;
    const cases = given[1]?.expression;
    if (callee.type !== 'Identifier' || callee.value !== 'testRule' || cases?.type !== 'ObjectExpression') continue;
    for (const property of cases.properties) {
      if (property.type !== 'KeyValueProperty' || property.key.type !== 'Identifier') continue;
      const kind = property.key.value;
      if (kind === 'valid' || kind === 'invalid') counts[kind] += lengthOf(property.value);
    }
  }
  return counts;
}

function lengthOf(list: Expression): number {
  if (list.type !== 'ArrayExpression') return 3;
  return list.elements.reduce((sum, element) => sum + (element?.spread == null ? 1 : 3), 0);
}

test.each(rules.map(({ id }) => id).filter((id) => !judgedElsewhere(id)))('%s has enough cases', (id) => {
  const path = fileURLToPath(new URL(`./${id}.test.ts`, import.meta.url));
  expect(existsSync(path)).toBe(true);
  const { valid, invalid } = casesOf(readFileSync(path, 'utf8'));
  expect({ enough: valid >= 3 && invalid >= 3, valid, invalid }).toMatchObject({ enough: true });
});

test.each([...new Set(rules.map(({ id }) => id.split('/')[0]!))])('the tests of %s are run together', (folder) => {
  expect(existsSync(fileURLToPath(new URL(`./${folder}.group.ts`, import.meta.url)))).toBe(true);
});
