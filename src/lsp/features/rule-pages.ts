import { ruleUrl } from '../../linter/pages.js';
import type { Rule } from '../../linter/rule.js';
import { pageOf } from '../../project/rule-pages.js';
import { pageScheme } from '../protocol/announced.js';

/**
 * The document of ours that holds what is at a rule's address on the web.
 *
 * @param url of a rule's page
 * @returns undefined for a page of somebody else: a plugin keeps its own
 */
export function contentUriOf(url: string, rules: readonly Rule[]): string | undefined {
  const rule = rules.find((one) => one.meta.url === undefined && ruleUrl(one) === url);
  return rule === undefined || pageOf(rule) === undefined ? undefined : `${pageScheme}:/${rule.id}.md`;
}

/**
 * The text of a rule's page, as the package has it.
 *
 * @param uri a document of our scheme
 * @returns null where there is no such page
 */
export function pageContent(uri: string, rules: readonly Rule[]): { text: string } | null {
  const id = /^[^:]+:\/*(.+)\.md$/.exec(uri)?.[1];
  const rule = rules.find((one) => one.id === id);
  const text = rule && pageOf(rule);
  if (text === undefined) return null;
  // Links to other rules' pages lead to documents of ours; the other pages of the project are on the web.
  const base = ruleUrl(rule!).replace(/[^/]+$/, '');
  return {
    text: text.replace(/\]\((\.\.\/\.\.\/[^)\s]+)\)/g, (_, path: string) => `](${new URL(path, base).href})`),
  };
}
