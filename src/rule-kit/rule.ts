/** What a rule is declared with: its contract, and the model of the cluster that it looks at. */

export type { Major } from '../catalog/majors.js';
export type { Parameter } from '../catalog/types.js';
export type * from '../cluster/types.js';
export type { JsonSchema, ValueOf } from '../linter/json-schema.js';
export type { Operation, TextEdit } from '../linter/operations.js';
export {
  type Change,
  type Control,
  defineRule,
  type OptionSchema,
  type OptionSchemas,
  type OptionsOf,
  type PresetEntry,
  type Report,
  type Rule,
  type RuleCategory,
  type RuleContext,
  type RuleDefinition,
  type RuleMeta,
  type Visitors,
} from '../linter/rule.js';
export type { ConfSyntaxError, FileKind, Span } from '../syntax/nodes.js';
export type { AcceptedValue, RefusedValue, ValueErrorCode } from '../values/types.js';
