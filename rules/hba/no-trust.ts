import { isOfSample } from '../../src/rule-kit/cluster/samples.js';
import { cis, percona, stig } from '../../src/rule-kit/controls.js';
import { replaceToken } from '../../src/rule-kit/edits/records.js';
import { allowOption, isAllowed } from '../../src/rule-kit/records/allow.js';
import { clientsKey } from '../../src/rule-kit/records/meaning.js';
import {
  connectionPart,
  isForReplication,
  isRemote,
  isTaken,
  optionOf,
  originOf,
  rolesOf,
} from '../../src/rule-kit/records/records.js';
import { defineRule, type HbaRecord } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'hba/no-trust',
  meta: {
    type: 'problem',
    summary: 'Disallow the method trust, which asks clients for no proof of who they are',
    category: 'authentication',
    presets: ['recommended'],
    controls: [...cis('5.3', '5.4'), ...stig('000200'), ...percona('authentication')],
    options: {
      allowLocal: {
        type: 'boolean',
        default: false,
        description: 'Do not report records for the Unix-domain socket (local).',
      },
      allowLoopback: {
        type: 'boolean',
        default: false,
        description: 'Do not report records whose address is only the machine itself (127.0.0.1, ::1, samehost).',
      },
      allow: allowOption,
    },
    anyMajor: true,
    eachRecordAlone: true,
    messages: {
      remote: {
        headline: 'Anyone {origin} gets in without a password',
        why: 'Each {gets}.',
        help: 'Use scram-sha-256.',
      },
      local: {
        headline: 'Every user of this host gets in without a password',
        why: 'Each of them {gets}.',
        help: 'Use peer, or scram-sha-256.',
      },
      loopback: {
        headline: 'Any process on this host gets in without a password',
        why: 'It, and anything forwarded to it, {gets}.',
        help: 'Use scram-sha-256.',
      },
    },
    suggestions: true,
  },
  create({ options, report }) {
    return {
      DecidingRecord(record) {
        if (!isTaken(record) || record.method !== 'trust' || record.methodToken === undefined || isOfSample(record))
          return;
        // With clientcert=verify-full the certificate's common name must be the role: that is a proof.
        if (optionOf(record, 'clientcert') === 'verify-full') return;
        const where = record.connectionType === 'local' ? 'local' : isRemote(record) ? 'remote' : 'loopback';
        if (where === 'local' && options.allowLocal) return;
        if (where === 'loopback' && options.allowLoopback) return;
        if (isAllowed(record, options.allow)) return;
        const { file, start, end } = record.methodToken;
        const methods = where === 'local' ? ['peer', 'scram-sha-256'] : ['scram-sha-256'];
        report({
          messageId: where,
          parts: [connectionPart(record)],
          data: { origin: originOf(record), gets: gains(record) },
          at: { file, start, end },
          cause: { key: causeOf(record) },
          suggestions: methods.map((method) => ({
            title: `Use ${method}`,
            edits: replaceToken({ file, start, end }, method),
          })),
        });
      },
    };
  },
});

/** What records share that one decision explains: the same clients are trusted, by twins of one address. */
function causeOf(record: HbaRecord): string {
  return `${record.file.path} ${clientsKey(record)}`;
}

/** What a login by a record brings: a role, or every byte of the cluster. */
function gains(record: HbaRecord): string {
  if (isForReplication(record)) return `can copy the whole cluster as ${rolesOf(record)}`;
  return `becomes ${rolesOf(record)}`;
}
