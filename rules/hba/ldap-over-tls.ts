import { isOwnHost } from '../../src/rule-kit/addresses/own-host.js';
import { cis, percona } from '../../src/rule-kit/controls.js';
import { addOption } from '../../src/rule-kit/edits/records.js';
import { allowOption, isAllowed } from '../../src/rule-kit/records/allow.js';
import { ldapSettings } from '../../src/rule-kit/records/ldap.js';
import { isTaken } from '../../src/rule-kit/records/records.js';
import { defineRule } from '../../src/rule-kit/rule.js';

/** A directory on the machine itself, or a tunnel that starts there. */
function isOwnMachine(server: string): boolean {
  return isOwnHost(server.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1')) || isOwnHost(server);
}

export default defineRule({
  id: 'hba/ldap-over-tls',
  meta: {
    type: 'problem',
    summary: 'Require encryption between the server and the LDAP directory',
    category: 'authentication',
    presets: ['recommended'],
    controls: [...cis('5.4'), ...percona('authentication')],
    options: {
      allowLoopback: {
        type: 'boolean',
        default: true,
        description:
          'Do not report directories on the machine itself (localhost, 127.0.0.1, ::1): a tunnel may start there.',
      },
      allow: allowOption,
    },
    sameCause: 'file',
    eachRecordAlone: true,
    messages: {
      plain: {
        headline: 'Passwords go to {directory} unencrypted',
        why: 'Anyone who sees the traffic can log in.',
        help: 'Add ldaptls=1, or use ldaps.',
      },
    },
    suggestions: true,
  },
  create({ options, report }) {
    return {
      DecidingRecord(record) {
        const token = record.methodToken;
        if (!isTaken(record) || record.method !== 'ldap' || token === undefined) return;
        const { server, scheme, tls } = ldapSettings(record.options);
        if (tls || scheme === 'ldaps' || isAllowed(record, options.allow)) return;
        const servers = (server ?? '').split(' ').filter((each) => each !== '');
        if (options.allowLoopback && servers.length > 0 && servers.every(isOwnMachine)) return;
        const edits = addOption(record, 'ldaptls=1');
        report({
          messageId: 'plain',
          data: { directory: servers.length === 0 ? 'the directory' : servers.join(' or ') },
          at: { file: token.file, start: token.start, end: token.end },
          suggestions:
            edits === undefined ? [] : [{ title: 'Add ldaptls=1 (the directory must know StartTLS)', edits }],
        });
      },
    };
  },
});
