import { allowOption, defineRule, isAllowed } from 'pgconflint/rule-kit';

/** A rule on records: it visits each record that decides logins, and reports the columns that do not fit. */
export default defineRule({
  id: 'acme/role-names',
  meta: {
    type: 'suggestion',
    summary: 'Require that the roles in records have names that our provisioning gives',
    category: 'authorization',
    options: {
      pattern: {
        type: 'string',
        default: '^(?:app|ro|ops)_[a-z0-9]+$',
        description: 'The regular expression that each role name fits.',
      },
      allow: allowOption,
    },
    messages: {
      foreign: {
        headline: 'The role {role} is not named as ours are',
        why: 'Provisioning makes roles whose names fit {pattern}, so nobody looks after this one.',
        help: 'Use a role of ours, or add the record to the option allow.',
      },
    },
  },
  create({ options, report }) {
    const pattern = new RegExp(options.pattern, 'u');
    return {
      DecidingRecord(record) {
        if (isAllowed(record, options.allow)) return;
        for (const { kind, value, token } of record.users) {
          if (kind !== 'name' || pattern.test(value)) continue;
          report({ messageId: 'foreign', data: { role: value, pattern: options.pattern }, at: token });
        }
      },
    };
  },
});
