import type { MessageParts, Problem } from '../problem.js';
import type { MessageTemplate } from '../rule.js';
import { splitMessage } from '../sentences.js';
import { RuleError } from './rule-error.js';

const placeholder = /\{([A-Za-z][A-Za-z0-9]*)\}/g;

/** What a problem says: its three parts, and the text that they make. */
export type Said = MessageParts & Pick<Problem, 'message'>;

/**
 * Fills a rule's message.
 *
 * @param ruleId the rule, for errors
 * @param template the message of meta.messages, `{placeholders}` in braces; braces around anything else stay
 * @param data the values
 * @throws RuleError where a placeholder has no value
 */
export function fillMessage(
  ruleId: string,
  template: MessageTemplate,
  data: Readonly<Record<string, string | number>> | undefined,
): Said {
  const fill = (text: string) =>
    text.replace(placeholder, (_, name: string) => {
      const value = data?.[name];
      if (value === undefined) throw new RuleError(ruleId, `reports a message without a value for {${name}}.`);
      return String(value);
    });
  if (typeof template !== 'string') return saying(mapParts(template, fill));
  const message = fill(template);
  return { ...splitMessage(message), message };
}

/** The parts of a template, their placeholders not filled in. */
export function partsOf(template: MessageTemplate): MessageParts {
  return typeof template === 'string' ? splitMessage(template) : template;
}

/** The parts with each text changed; why and help that are then empty are left out. */
export function mapParts(
  { headline, why = '', help = '' }: MessageParts,
  change: (text: string) => string,
): MessageParts {
  return { headline: change(headline), why: change(why).trim() || undefined, help: change(help).trim() || undefined };
}

/** The parts and the text that they make: each ends with a stop. */
export function saying({ headline, why, help }: MessageParts): Said {
  const first = /[.?!…]$/.test(headline) ? headline : `${headline}.`;
  const message = [first, why, help].filter((text) => text !== undefined).join(' ');
  return { message, headline, why, help };
}
