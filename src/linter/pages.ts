import type { Rule } from './rule.js';

/** Where the project's pages are read on the web. */
export const pagesBase = 'https://github.com/pgconflint/pgconflint/blob/main/rules/';

/** The address of a rule's page: its own where it has one (rules of plugins), else the project's. */
export function ruleUrl(rule: Rule): string {
  if (rule.meta.url !== undefined) return rule.meta.url;
  // One text for all problems of a rule.
  let url = urls.get(rule);
  if (url === undefined) urls.set(rule, (url = `${pagesBase}${rule.id}.md`));
  return url;
}

const urls = new WeakMap<Rule, string>();
