import { historyOf } from '../../src/rule-kit/catalog/history.js';
import { showIds } from '../../src/rule-kit/records/record-pattern.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { unmet } from '../../src/rule-kit/settings/requirements.js';
import { reportSetting, valueInForce } from '../../src/rule-kit/settings/settings.js';
import { writeValue } from '../../src/rule-kit/values/quote.js';

const texts = { type: 'array', items: { type: 'string' } } as const;
const scalar = { anyOf: [{ type: 'boolean' }, { type: 'number' }, { type: 'string' }] } as const;

export default defineRule({
  id: 'conf/require-setting',
  meta: {
    type: 'problem',
    summary: 'Require settings that a policy of your own names',
    category: 'authorization',
    options: {
      settings: {
        type: 'array',
        default: [],
        items: {
          type: 'object',
          required: ['name'],
          properties: {
            name: { type: 'string' },
            equals: scalar,
            oneOf: { type: 'array', items: scalar },
            minimum: scalar,
            maximum: scalar,
            includes: texts,
            excludes: texts,
            matches: { type: 'string' },
            message: { type: 'string' },
            ids: texts,
          },
          additionalProperties: false,
        },
        description:
          'What is required: {"name": "work_mem", "maximum": "64MB", "message": "…", "ids": ["OPS-12"]}. Conditions are equals, oneOf, minimum, maximum (values with units as in the file), includes and excludes (elements of a list), matches (a regular expression). The value in force counts, defaults too.',
      },
    },
    messages: {
      differs: {
        headline: '{name} is not what the policy asks for',
        why: 'It is {value}; {expected} is asked for{ids}.',
        help: 'Set it as asked.',
      },
      own: '{message}{ids}',
      unset: { headline: 'No file sets {name}', why: 'The policy asks for {expected}{ids}.', help: 'Set {name}.' },
      unknown: {
        headline: 'The policy names {name}, which is no parameter',
        why: 'No PostgreSQL knows it.',
        help: 'Correct the rule’s options.',
      },
    },
    suggestions: true,
  },
  create(context) {
    const requirements = context.options.settings;
    return {
      Cluster(cluster) {
        for (const requirement of requirements) {
          const { name, message } = requirement;
          const { parameter, entry, value: text } = cluster.configuration.get(name);
          const isCustom = parameter === undefined && name.includes('.');
          if (parameter === undefined && !isCustom) {
            if (historyOf(name) === undefined) reportSetting(context, name, { messageId: 'unknown', data: { name } });
            continue;
          }
          const value = isCustom ? (text ?? '') : valueInForce(cluster, name);
          if (value === undefined) continue;
          const fault = unmet(requirement, { parameter, value, target: cluster.target });
          if (fault === undefined) continue;
          const shown = entry === undefined ? `${text === '' ? 'empty' : text}, its default` : entry.value || 'empty';
          reportSetting(context, name, {
            messageId: message !== undefined ? 'own' : isCustom && entry === undefined ? 'unset' : 'differs',
            data: {
              name,
              message: message ?? '',
              value: shown,
              expected: fault.expected,
              ids: showIds(requirement.ids),
            },
            right:
              fault.right === undefined
                ? undefined
                : {
                    value: writeValue(fault.right),
                    title: `Set ${name} = ${fault.right}, as the policy asks`,
                    as: 'suggestion',
                  },
          });
        }
      },
    };
  },
});
