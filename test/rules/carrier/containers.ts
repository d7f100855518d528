/** Files with a container and its limits, and what rules find in them. */
import type { TestCase } from '../../../src/linter/rule-tester.js';

export const compose = (rest: string, image = 'postgres:17') => ({
  files: { 'compose.yaml': `services:\n  db:\n    image: ${image}\n${rest}` },
  postgres: 17 as const,
});
export const command = (words: string) => `    command: postgres ${words}\n`;
export const cluster = (spec: string, parameters: string) => ({
  files: {
    'cluster.yaml': `apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nspec:\n${spec}  postgresql:\n    parameters:\n${parameters}`,
  },
});
export const pod = (rest: string, more = '') => ({
  files: {
    'pod.yaml': `kind: Pod\nmetadata: { name: p }\nspec:\n  containers:\n    - name: db\n      image: postgres:17\n${rest}${more}`,
  },
  postgres: 17 as const,
});

/** The file of a case in which something stands, and the line. */
function placeOf({ files }: TestCase, text: string): { file: string; line: number } {
  const [file, whole] = Object.entries(files!).findLast(([, each]) => each.includes(text))!;
  return { file, line: whole.slice(0, whole.lastIndexOf(text)).split('\n').length };
}

export const found = (testCase: TestCase, messageId: string, text: string, message?: string) => ({
  messageId,
  ...placeOf(testCase, text),
  text,
  ...(message === undefined ? {} : { message }),
});

/** A suggestion that writes another value in the place of one. */
export function setting(testCase: TestCase, name: string, from: string, to: string, written = to) {
  const { file } = placeOf(testCase, from);
  const text = testCase.files![file]!;
  const at = text.lastIndexOf(from);
  const output = text.slice(0, at) + written + text.slice(at + from.length);
  return { title: `Set ${name} = ${to}`, output: { [file]: output } };
}
