import { RuleError } from './rule-error.js';

const placeholder = /\{([A-Za-z][A-Za-z0-9]*)\}/g;

/**
 * Fills a rule's message.
 *
 * @param ruleId the rule, for errors
 * @param template the text of meta.messages, `{placeholders}` in braces; braces around anything else stay
 * @param data the values
 * @throws RuleError where a placeholder has no value
 */
export function fillMessage(
  ruleId: string,
  template: string,
  data: Readonly<Record<string, string | number>> | undefined,
): string {
  return template.replace(placeholder, (_, name: string) => {
    const value = data?.[name];
    if (value === undefined) throw new RuleError(ruleId, `reports a message without a value for {${name}}.`);
    return String(value);
  });
}
