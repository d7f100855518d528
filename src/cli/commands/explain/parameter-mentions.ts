import { partsOf } from '../../../linter/engine/messages.js';
import type { Rule } from '../../../linter/rule.js';

/**
 * Tells whether a rule speaks of a parameter: in its messages or in what its page says outside of its examples.
 * Names that are also common words (`port`, `ssl`, `role`) count only where they are marked as names.
 *
 * @param page the rule's page in Markdown; empty where it has none
 */
export function mentions(rule: Rule, page: string, parameter: string): boolean {
  if (rule.id.split('/')[1]?.replaceAll('-', '_') === parameter.toLowerCase()) return true;
  const name = escapeExpression(parameter);
  const isWord = /^[a-z]+$/i.test(parameter);
  const told = page.replace(/^```[\s\S]*?^```$/gm, '');
  const inPage = isWord ? new RegExp(`\`${name}(?: = [^\`]*)?\``) : new RegExp(`(?<![\\w.])${name}(?![\\w])`);
  if (inPage.test(told)) return true;
  const inMessage = isWord ? new RegExp(`(?<![\\w.])${name} = `) : inPage;
  const said = Object.values(rule.meta.messages).flatMap((one) => Object.values(partsOf(one)));
  return [rule.meta.summary, ...said].some((text) => inMessage.test(text));
}

function escapeExpression(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
