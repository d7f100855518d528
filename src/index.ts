export type * from './linter/problem.js';
export { defineRule } from './linter/rule.js';
