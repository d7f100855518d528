import { placeholdersOption, placeholderTest } from '../../src/rule-kit/placeholders.js';
import { allowOption, isAllowed } from '../../src/rule-kit/records/allow.js';
import { isTaken } from '../../src/rule-kit/records/records.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { splitWords } from '../../src/rule-kit/values/split.js';

/** The options that hold a secret, and what it opens. */
const secrets: Readonly<Record<string, string>> = {
  ldapbindpasswd: 'logs in to the directory',
  radiussecrets: 'forges answers of the RADIUS server',
};

export default defineRule({
  id: 'hba/no-secret',
  meta: {
    type: 'problem',
    summary: 'Disallow passwords and shared secrets in the text of pg_hba.conf',
    category: 'authentication',
    presets: ['recommended'],
    anyMajor: true,
    evenInTemplates: true,
    options: { placeholders: placeholdersOption, allow: allowOption },
    eachRecordAlone: true,
    messages: {
      secret: {
        headline: '{name} is stored as plain text',
        why: 'Anyone who reads the file {opens}.',
        help: 'Fill it in on the server only.',
      },
    },
  },
  create({ options, report, target }) {
    const isPlaceholder = placeholderTest(options.placeholders);
    return {
      HbaRecord(record) {
        if (!isTaken(record) || isAllowed(record, options.allow)) return;
        for (const { name, value, token } of record.options) {
          const opens = secrets[name];
          if (opens === undefined || value === '') continue;
          const values = name === 'radiussecrets' ? (splitWords(value, target) ?? [value]) : [value];
          if (values.every(isPlaceholder)) continue;
          report({
            messageId: 'secret',
            data: { name, opens },
            at: { file: token.file, start: token.start, end: token.end },
          });
        }
      },
    };
  },
});
