/** The option `placeholders` of rules about secrets: texts that a template fills in later. */
import type { OptionSchema } from '../linter/rule.js';

/** The schema of the option. */
export const placeholdersOption = {
  type: 'array',
  default: ['\\{\\{.*\\}\\}', '\\$\\{?\\w+\\}?', '<%.*%>', '<[\\w -]+>', '@\\w+@', '%\\w+%'],
  items: { type: 'string' },
  description:
    'Regular expressions for whole values that are not a secret but the place where a template puts one. The defaults fit {{ name }}, ${NAME}, $NAME, <%= name %>, <name>, @NAME@ and %NAME%.',
} as const satisfies OptionSchema;

/**
 * Makes the test for the option's value.
 *
 * @param patterns regular expressions; each must match a value as a whole. One that does not compile matches nothing
 */
export function placeholderTest(patterns: readonly string[]): (value: string) => boolean {
  const expressions = patterns.flatMap((pattern) => {
    try {
      return [new RegExp(`^(?:${pattern})$`, 'su')];
    } catch {
      return [];
    }
  });
  return (value) => expressions.some((expression) => expression.test(value));
}
