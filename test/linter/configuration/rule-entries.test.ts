import { describe, expect, test } from '@jest/globals';
import { resolveOptions } from '../../../src/linter/configuration/options.js';
import { presetNames } from '../../../src/linter/configuration/presets.js';
import { resolveEntries } from '../../../src/linter/configuration/rule-settings.js';
import type { RuleMeta } from '../../../src/linter/rule.js';
import { wordRule } from '../hand-made.js';

const options: RuleMeta['options'] = {
  allowLocal: { type: 'boolean', default: false, description: 'x' },
  prefix: { type: 'integer', default: 16, minimum: 0, maximum: 32, description: 'x' },
  mode: { type: 'string', default: 'on', enum: ['on', 'off', 'prefer'], description: 'x' },
  allow: {
    type: 'array',
    default: [],
    items: {
      type: 'object',
      properties: { user: { type: 'string' } },
      additionalProperties: false,
      required: ['user'],
    },
    description: 'x',
  },
};
const rules = [
  wordRule('hba/base', 'x', { presets: ['correctness'] }),
  wordRule('hba/usual', 'x', {
    options,
    severity: 'warning',
    presets: ['recommended', { preset: 'strict', severity: 'error', options: { prefix: 8 } }],
    controls: [{ benchmark: 'cis-18', id: '5.4' }],
  }),
  wordRule('hba/hard', 'x', { presets: ['strict'], type: 'suggestion' }),
  wordRule('hba/extra', 'x', { presets: [] }),
  wordRule('hba/gone', 'x', { presets: [], deprecated: { replacedBy: 'hba/extra' } }),
];

function severities(presets: string[], entries: Record<string, unknown> = {}) {
  const { rules: settings } = resolveEntries({ presets, rules: entries }, rules);
  return Object.fromEntries([...settings].map(([id, setting]) => [id, setting.severity]));
}

describe('presets', () => {
  test('a larger one takes over what the smaller ones switch on', () => {
    expect(severities(['correctness'])).toEqual({ 'hba/base': 'error' });
    expect(severities(['recommended'])).toEqual({ 'hba/base': 'error', 'hba/usual': 'warning' });
    expect(severities(['strict'])).toEqual({ 'hba/base': 'error', 'hba/usual': 'error', 'hba/hard': 'warning' });
  });

  test('all has every rule but the deprecated ones', () => {
    expect(Object.keys(severities(['all']))).toEqual(['hba/base', 'hba/usual', 'hba/hard', 'hba/extra']);
  });

  test('a benchmark is a preset of the rules that carry its controls', () => {
    expect(presetNames(rules)).toEqual(['correctness', 'recommended', 'strict', 'all', 'cis-18']);
    expect(severities(['cis-18'])).toEqual({ 'hba/usual': 'warning' });
  });

  test('several together: the higher severity, the options of the last that gives any', () => {
    for (const order of [
      ['strict', 'recommended'],
      ['recommended', 'strict'],
    ]) {
      const setting = resolveEntries({ presets: order }, rules).rules.get('hba/usual');
      expect(setting?.severity).toBe('error');
      expect(setting?.options['prefix']).toBe(8);
    }
  });

  test('an unknown one is named, with the one that was meant', () => {
    expect(() => severities(['recomended'])).toThrow(/no preset “recomended”.*Did you mean recommended\?/);
  });
});

describe('rule entries', () => {
  test('set severity and options over the presets', () => {
    expect(severities(['recommended'], { 'hba/usual': 'off' })['hba/usual']).toBe('off');
    expect(severities(['recommended'], { 'hba/usual': 2 })['hba/usual']).toBe('error');
    expect(severities([], { 'hba/usual': 'on' })['hba/usual']).toBe('warning');
    const { rules: settings } = resolveEntries(
      { presets: [], rules: { 'hba/usual': ['error', { prefix: 24 }] } },
      rules,
    );
    expect(settings.get('hba/usual')).toEqual({
      severity: 'error',
      options: { allowLocal: false, prefix: 24, mode: 'on', allow: [] },
    });
  });

  test('keep the options of the preset where they give none', () => {
    const { rules: settings } = resolveEntries({ presets: ['strict'], rules: { 'hba/usual': 'warn' } }, rules);
    expect(settings.get('hba/usual')).toMatchObject({ severity: 'warning', options: { prefix: 8 } });
  });

  test('say what is wrong', () => {
    expect(() => severities([], { 'hba/usal': 'off' })).toThrow(/no rule “hba\/usal”. Did you mean hba\/usual\?/);
    expect(() => severities([], { usual: 'off' })).toThrow(/Did you mean hba\/usual\?/);
    expect(() => severities([], { 'hba/usual': 'eror' })).toThrow(/"eror" is not a severity.*Did you mean error\?/);
    expect(() => severities([], { 'hba/usual': ['off', {}, 1] })).toThrow(/write a severity, or a list/);
  });
});

describe('resolveOptions', () => {
  const rule = rules[1]!;
  test.each<[unknown, RegExp]>([
    [[], /must be an object/],
    [{ alowLocal: true }, /no option “alowLocal”.*Did you mean allowLocal\?/],
    [{ allowLocal: 1 }, /allowLocal must be true or false, not 1/],
    [{ prefix: 1.5 }, /prefix must be a whole number, not 1.5/],
    [{ prefix: 33 }, /prefix must be at most 32, not 33/],
    [{ prefix: -1 }, /prefix must be at least 0, not -1/],
    [{ mode: 'prefr' }, /mode must be one of on, off, prefer, not "prefr". Did you mean prefer\?/],
    [{ allow: {} }, /allow must be a list/],
    [{ allow: [{}] }, /allow\[0\] lacks “user”/],
    [{ allow: [{ user: 'a', usr: 1 }] }, /allow\[0\]\.usr is not known. Allowed here: user. Did you mean user\?/],
    [{ allow: [{ user: 1 }] }, /allow\[0\].user must be a text, not 1/],
  ])('refuses %j', (given, message) => {
    expect(() => resolveOptions(rule, given)).toThrow(message);
  });

  test('fills in what is not given', () => {
    expect(resolveOptions(rule, { allow: [{ user: 'a' }] })).toEqual({
      allowLocal: false,
      prefix: 16,
      mode: 'on',
      allow: [{ user: 'a' }],
    });
  });

  test('a rule without options says so', () => {
    expect(() => resolveOptions(rules[0]!, { a: 1 })).toThrow(/hba\/base has no options/);
  });
});
