import { cis, percona } from '../../src/rule-kit/controls.js';
import { insertRecord } from '../../src/rule-kit/edits/records.js';
import { allowOption, isAllowed } from '../../src/rule-kit/records/allow.js';
import { budgetFor } from '../../src/rule-kit/records/budget.js';
import { containsAddress } from '../../src/rule-kit/records/exceptions.js';
import { matchesExpression } from '../../src/rule-kit/records/names.js';
import { isRemote, isTaken, originOf } from '../../src/rule-kit/records/records.js';
import { superusersOption } from '../../src/rule-kit/records/superusers.js';
import { defineRule, type HbaRecord, type NamePattern } from '../../src/rule-kit/rule.js';

/** Whether whatever a record takes was taken by an earlier one for all its databases and the role. */
function isCovered(record: HbaRecord, role: string, earlier: readonly HbaRecord[]): boolean {
  const replicates = record.databases.some(({ kind }) => kind === 'replication');
  return earlier.some((reject) => {
    const { address, connectionType, databases, users } = reject;
    if (connectionType !== 'host' && connectionType !== record.connectionType) return false;
    if (!users.some(({ kind, value }) => kind === 'all' || (kind === 'name' && value === role))) return false;
    if (!databases.some(({ kind }) => kind === 'all')) return false;
    if (replicates && !databases.some(({ kind }) => kind === 'replication')) return false;
    return address !== undefined && record.address !== undefined && containsAddress(address, record.address);
  });
}

export default defineRule({
  id: 'hba/no-remote-superuser',
  meta: {
    type: 'problem',
    summary: 'Disallow logins of superusers from other machines',
    category: 'authorization',
    presets: ['recommended'],
    controls: [...cis('5.4'), ...percona('authorization')],
    options: {
      superusers: superusersOption,
      includeAll: {
        type: 'boolean',
        default: false,
        description: 'Report also records for all roles, unless an earlier record rejects the superusers.',
      },
      allow: allowOption,
    },
    sameCause: 'file',
    yieldsTo: [
      { rule: 'hba/no-trust', by: 'record' },
      // It never matches: ssl is off.
      { rule: 'hba/invalid-record', by: 'record' },
    ],
    eachRecordAlone: true,
    messages: {
      named: {
        headline: 'The superuser {role} can log in {origin}',
        why: 'It can run programs on this host.',
        help: 'Write local all {role} peer.',
      },
      all: {
        headline: 'The superuser {role} can log in {origin}',
        why: 'all includes superusers.',
        help: 'Add host all {role} all reject above.',
      },
    },
    suggestions: true,
  },
  create({ options, report, target }) {
    const superusers = options.superusers;
    const rejects: HbaRecord[] = [];
    const budget = budgetFor([]);
    function superuserOf(pattern: NamePattern): string | undefined {
      if (pattern.kind === 'name') return superusers.find((role) => role === pattern.value);
      if (pattern.kind === 'regex') return superusers.find((role) => matchesExpression(pattern, role, target, budget));
      return pattern.kind === 'all' && options.includeAll ? superusers[0] : undefined;
    }
    return {
      DecidingRecord(record) {
        if (isTaken(record) && record.method === 'reject') rejects.push(record);
        if (!isRemote(record) || isAllowed(record, options.allow)) return;
        // A standby runs no statements: hba/replication-role says what a superuser is there for.
        if (record.databases.every(({ kind }) => kind === 'replication')) return;
        for (const pattern of record.users) {
          const role = superuserOf(pattern);
          if (role === undefined || isCovered(record, role, rejects)) continue;
          const { file, start, end } = pattern.token;
          report({
            messageId: pattern.kind === 'all' ? 'all' : 'named',
            data: { origin: originOf(record), role },
            at: { file, start, end },
            suggestions: pattern.kind === 'all' ? [insertReject(record, role)] : [],
          });
          return;
        }
      },
    };
  },
});

function insertReject(record: HbaRecord, role: string) {
  const line = `host all ${/^\w+$/.test(role) ? role : `"${role}"`} all reject`;
  return {
    title: `Insert “${line}” above (${role} can then no longer log in by TCP with the records below)`,
    edits: insertRecord(record, 'above', line),
  };
}
