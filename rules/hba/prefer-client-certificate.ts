import { percona } from '../../src/rule-kit/controls.js';
import { addOption } from '../../src/rule-kit/edits/records.js';
import { allowOption, isAllowed } from '../../src/rule-kit/records/allow.js';
import { demandedCertificate } from '../../src/rule-kit/records/certificates.js';
import { isRemote, passwordMethods, rolesOf } from '../../src/rule-kit/records/records.js';
import { defineRule, type HbaRecord } from '../../src/rule-kit/rule.js';

/** Whether a record is for physical replication or for one of the roles by name. */
function isPowerful(record: HbaRecord, roles: readonly string[]): boolean {
  if (record.databases.some(({ kind }) => kind === 'replication')) return true;
  return record.users.some(({ kind, value }) => kind === 'name' && roles.includes(value));
}

export default defineRule({
  id: 'hba/prefer-client-certificate',
  meta: {
    type: 'suggestion',
    summary: 'Prefer a client certificate beside the password where much is at stake',
    category: 'tls',
    presets: ['strict', { preset: 'percona', options: { everyone: true } }],
    controls: [...percona('tls')],
    options: {
      roles: {
        type: 'array',
        default: ['postgres'],
        items: { type: 'string' },
        description: 'Roles whose records are looked at, beside all records for physical replication.',
      },
      everyone: { type: 'boolean', default: false, description: 'Look at the records of all roles.' },
      mode: {
        type: 'string',
        default: 'verify-full',
        enum: ['verify-ca', 'verify-full'],
        description: 'Whether the certificate must name the role (verify-full) or only be signed by a known authority.',
      },
      allow: allowOption,
    },
    sameCause: 'file',
    eachRecordAlone: true,
    messages: {
      none: {
        headline: 'A password is enough to log in from other hosts',
        why: 'This holds for {roles}.',
        help: 'Add {option}.',
      },
      signed: {
        headline: 'Any certificate of the authority fits any role',
        why: 'verify-ca does not compare the name.',
        help: 'Write clientcert=verify-full.',
      },
    },
    suggestions: true,
  },
  create({ options, report, target }) {
    return {
      DecidingRecord(record) {
        const { connectionType, method, methodToken } = record;
        if (!isRemote(record) || connectionType !== 'hostssl') return;
        if (method === undefined || methodToken === undefined || !passwordMethods.includes(method)) return;
        if (!options.everyone && !isPowerful(record, options.roles)) return;
        if (isAllowed(record, options.allow)) return;
        const demanded = demandedCertificate(record, target);
        // Before 12 there is one kind only.
        if (demanded === options.mode || demanded === 'verify-full' || demanded === 'true') return;
        const option = target < 12 ? 'clientcert=1' : `clientcert=${options.mode}`;
        const edits = demanded === undefined ? addOption(record, option) : undefined;
        const { file, start, end } = methodToken;
        report({
          messageId: demanded === undefined ? 'none' : 'signed',
          data: { roles: rolesOf(record), option },
          at: { file, start, end },
          suggestions:
            edits === undefined ? [] : [{ title: `Add ${option} (clients without a certificate are refused)`, edits }],
        });
      },
    };
  },
});
