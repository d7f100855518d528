import { cis } from '../../src/rule-kit/controls.js';
import { defineSettingRule } from '../../src/rule-kit/settings/setting-rule.js';

const levels = ['terse', 'default', 'verbose'];
const cisVerbose = ['cis-13', 'cis-14', 'cis-15', 'cis-16', 'cis-17', 'cis-18'].map((preset) => ({
  preset,
  options: { min: 'verbose' },
}));

export default defineSettingRule({
  id: 'conf/log-error-verbosity',
  meta: {
    type: 'suggestion',
    summary: 'Require that errors are logged with their details',
    category: 'accounting',
    severity: 'warning',
    presets: ['recommended', ...cisVerbose],
    controls: [...cis('3.1.22')],
    options: {
      min: {
        type: 'string',
        default: 'default',
        enum: ['default', 'verbose'],
        description: 'The least that must be logged; verbose adds the SQLSTATE code and the place in the source.',
      },
    },
    yieldsTo: [{ rule: 'conf/log-min-messages', by: 'cluster' }],
    messages: {
      set: {
        headline: 'Errors are logged without {missing}',
        why: 'That is log_error_verbosity = {value}.',
        help: 'Set it to {min}.',
      },
      default: {
        headline: 'Errors are logged without {missing}',
        why: 'That is the default.',
        help: 'Set log_error_verbosity = {min}.',
      },
    },
    fix: 'safe',
  },
  parameters: ['log_error_verbosity'],
  judge({ value, context }) {
    const min = context.options.min;
    if (levels.indexOf(String(value)) >= levels.indexOf(min)) return undefined;
    const missing = value === 'terse' ? 'DETAIL, HINT and CONTEXT' : 'their SQLSTATE codes';
    return { data: { min, missing }, right: { value: min, as: 'safe' } };
  },
});
