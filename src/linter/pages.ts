import type { Rule } from './rule.js';

/** Where the project's pages are read on the web. */
const pagesBase = 'https://github.com/pgconflint/pgconflint/blob/main/rules/';

/** The address of a rule's page: its own where it has one (rules of plugins), else the project's. */
export function ruleUrl(rule: Rule): string {
  return rule.meta.url ?? `${pagesBase}${rule.id}.md`;
}
