import { defaultMajor, majors } from '../../catalog/majors.js';
import { authKinds } from '../../syntax/kinds.js';
import type { JsonSchema } from '../json-schema.js';
import type { Rule } from '../rule.js';
import { nothing, presetNames } from './presets.js';
import { sharedOptions } from './shared-options.js';

// Where there are examples, editors offer these: one spelling of each value.
const severity: JsonSchema = {
  enum: ['off', 'warn', 'warning', 'error', 'on', 0, 1, 2],
  examples: ['off', 'warn', 'error'],
};
const text: JsonSchema = { type: 'string' };
const texts: JsonSchema = { type: 'array', items: text };
const textOrTexts: JsonSchema = { anyOf: [text, texts] };
const major: JsonSchema = { enum: [...majors, ...majors.map(String)], examples: majors };
const release: JsonSchema = {
  type: 'string',
  pattern: `^(?:${majors.join('|')})\\.\\d{1,3}$`,
  title: `a release such as "${defaultMajor}.2"`,
};
const postgres: JsonSchema = {
  description:
    'The PostgreSQL majors that the configuration must work on, for instance 16 or [14, 18]; "16.14" where the minor release is known.',
  anyOf: [major, release, { type: 'array', items: { anyOf: [major, release] }, minItems: 1 }],
};
const switched: JsonSchema = {
  anyOf: [{ type: 'boolean' }, { enum: ['off', 'warn', 'warning', 'error'], examples: ['off', 'warn', 'error'] }],
};

/**
 * The JSON Schema of a configuration file, made out of the rules.
 *
 * @param rules the rules with their options
 */
export function configSchema(rules: readonly Rule[]): JsonSchema {
  const ruleEntries: JsonSchema = {
    description: 'Severities of single rules, with options where they have any.',
    type: 'object',
    properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)])),
    // Rules of plugins.
    additionalProperties: true,
  };
  const extended: JsonSchema = { ...text, examples: [...presetNames(rules), nothing] };
  const extendedOnes: JsonSchema = {
    description: `Presets (${presetNames(rules).join(', ')}), configuration files (./base.json) or packages, in this order; they add up, and ${nothing} starts again.`,
    anyOf: [extended, { type: 'array', items: extended }],
  };
  const shared = {
    extends: extendedOnes,
    // One definition serves the overrides too; whether it is an object is all that the check here must know.
    rules: { type: 'object' as const, allOf: [{ $ref: '#/definitions/rules' }] },
    postgres,
    each: {
      description: 'Whether each place gets a problem of its own, where several have one cause.',
      type: 'boolean' as const,
    },
    tests: {
      description:
        'Whether files in folders of tests, and of the work of others (vendor), are judged like all others, and not only for what a server refuses.',
      type: 'boolean' as const,
    },
    reportUnusedSuppressions: {
      description: 'Whether comments that keep nothing quiet are reported: the same as the rule suppressions/unused.',
      ...switched,
    },
    requireReasons: {
      description: 'Whether suppressions need a reason: the same as the rule suppressions/require-reason.',
      ...switched,
    },
    policies: {
      description: 'What must be true of all logins: the same as the options of the rule cluster/policy.',
      type: 'object' as const,
      additionalProperties: false,
      properties: rules.find(({ id }) => id === 'cluster/policy')?.meta.options ?? {},
    },
    settings: {
      description:
        'Options that several rules have, said once for all of them; what an entry of `rules` says comes first.',
      type: 'object' as const,
      additionalProperties: false,
      properties: sharedOptions,
    },
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of pgconflint',
    definitions: { rules: ruleEntries },
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: text,
      root: { description: 'Whether to stop looking for configurations in the folders above.', type: 'boolean' },
      ...shared,
      overrides: {
        description: 'What differs for some files; later entries win.',
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['files'],
          properties: {
            files: { description: 'Globs, relative to this file.', ...textOrTexts },
            except: { description: 'Globs of files for which it does not hold after all.', ...textOrTexts },
            ...shared,
          },
        },
      },
      ignores: {
        description: 'Globs of files and folders that are not checked, relative to this file.',
        ...textOrTexts,
      },
      clusters: {
        description: 'Which files make one cluster, where the layout does not tell; paths are relative to this file.',
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          properties: {
            main: text,
            auto: text,
            ...Object.fromEntries(authKinds.map((kind) => [kind, text])),
            postgres,
          },
        },
      },
      plugins: { description: 'Packages or files (./rules.js) with further rules. They are code.', ...texts },
      baseline: { description: 'The file that records the problems of old, relative to this file.', ...text },
    },
  };
}

function ruleSchema(rule: Rule): JsonSchema {
  const { options, summary } = rule.meta;
  const list = { type: 'array' as const, items: [severity], minItems: 1, maxItems: 1 };
  if (options === undefined) return { description: summary, anyOf: [severity, list] };
  const object: JsonSchema = { type: 'object', additionalProperties: false, properties: options };
  return {
    description: summary,
    anyOf: [severity, { type: 'array', items: [severity, object], minItems: 1, maxItems: 2 }],
  };
}
