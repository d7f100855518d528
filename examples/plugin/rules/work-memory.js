import { defineSettingRule } from 'pgconflint/rule-kit';

/** A rule on one parameter: `judge` gets the value in force, in the parameter's own unit (kB), set or by default. */
export default defineSettingRule({
  id: 'acme/work-memory',
  meta: {
    type: 'problem',
    summary: 'Limit work_mem, which each sort and hash of each session may take',
    category: 'maintainability',
    severity: 'warning',
    options: {
      most: { type: 'integer', default: 65536, minimum: 64, description: 'The most that work_mem may be, in kB.' },
    },
    messages: {
      set: {
        headline: 'work_mem = {value} is more than our machines bear',
        why: 'Each sort and each hash of every session may take as much.',
        help: 'Set work_mem = {right} here, and more for single roles.',
      },
    },
    suggestions: true,
  },
  parameters: ['work_mem'],
  judge({ value, context }) {
    const { most } = context.options;
    if (Number(value) <= most) return undefined;
    const right = `${most}kB`;
    return { data: { right }, right: { value: right, as: 'suggestion' } };
  },
});
