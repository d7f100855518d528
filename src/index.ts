import type { Config } from './linter/configuration/config-file.js';

export type { Decision } from './access/decide.js';
export type { Knowledge, Login } from './access/login.js';
export { parseNumericAddress as parseAddress } from './addresses/numeric-address.js';
export { type OpenClusterOptions, openCluster, who } from './api/cluster.js';
export { type LintOptions, type LintReport, lint } from './api/lint.js';
export { parse } from './api/parse.js';
export type { Major } from './catalog/majors.js';
export type * from './cluster/types.js';
export type { Config } from './linter/configuration/config-file.js';
export type { FileResult } from './linter/engine/lint.js';
export type * from './linter/problem.js';
export { defineRule, type Report, type Rule, type RuleContext, type RuleMeta, type Visitors } from './linter/rule.js';

/** Gives a configuration back as it is; editors complete it by its type. */
export function defineConfig(config: Config): Config {
  return config;
}
