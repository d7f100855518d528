import { nearestOf } from '../../src/rule-kit/catalog/nearest-words.js';
import { replaceToken } from '../../src/rule-kit/edits/records.js';
import { isTaken } from '../../src/rule-kit/records/records.js';
import { defineRule, type NamePattern } from '../../src/rule-kit/rule.js';

/** What the option says of one role. */
interface Role {
  login?: boolean;
  memberOf?: readonly string[];
}

/** The names of the roles that are members of a role, directly or not. */
function membersOf(role: string, roles: ReadonlyMap<string, Role>): string[] {
  const groups = new Set([role]);
  for (const group of groups) {
    for (const [name, { memberOf }] of roles) if (memberOf?.includes(group)) groups.add(name);
  }
  groups.delete(role);
  return [...groups];
}

export default defineRule({
  id: 'hba/known-roles',
  meta: {
    type: 'problem',
    summary: 'Report roles in records that do not exist or that nobody can log in as',
    category: 'authorization',
    severity: 'warning',
    presets: ['strict'],
    options: {
      roles: {
        type: 'object',
        default: {},
        additionalProperties: {
          type: 'object',
          properties: { login: { type: 'boolean' }, memberOf: { type: 'array', items: { type: 'string' } } },
          additionalProperties: false,
        },
        description:
          'The roles of the cluster: {"alice": {"memberOf": ["readers"]}, "readers": {"login": false}}. login is true where left out. Without roles the rule says nothing.',
      },
    },
    eachRecordAlone: true,
    messages: {
      unknown: {
        headline: 'There is no role {role}',
        why: 'Nobody can use this record as that role.',
        help: '{guess}',
      },
      nobody: {
        headline: '+{role} matches no one',
        why: 'No member of {role} can log in.',
      },
      group: {
        headline: 'Nobody can log in as {role} (NOLOGIN)',
        help: 'Write +{role} for its members, such as {member}.',
      },
      noLogin: {
        headline: 'Nobody can log in as {role} (NOLOGIN)',
        why: 'It has no members either.',
      },
    },
    suggestions: true,
  },
  create({ options, report }) {
    const roles = new Map(Object.entries(options.roles));
    const canLogIn = (name: string) => roles.get(name)?.login !== false;
    function check({ kind, value, token }: NamePattern): void {
      if (kind !== 'name' && kind !== 'members') return;
      const at = { file: token.file, start: token.start, end: token.end };
      const role = roles.get(value);
      if (role === undefined) {
        report({
          messageId: 'unknown',
          data: { role: value, guess: guessFor(value, roles.keys()) },
          at,
        });
        return;
      }
      const member = membersOf(value, roles).find(canLogIn);
      if (kind === 'members') {
        if (member === undefined && !canLogIn(value)) report({ messageId: 'nobody', data: { role: value }, at });
        return;
      }
      if (canLogIn(value)) return;
      if (member === undefined) {
        report({ messageId: 'noLogin', data: { role: value }, at });
        return;
      }
      report({
        messageId: 'group',
        data: { role: value, member },
        at,
        suggestions: token.quoted ? [] : [{ title: `Write +${value}`, edits: replaceToken(token, `+${value}`) }],
      });
    }
    return {
      HbaRecord(record) {
        if (roles.size === 0 || !isTaken(record)) return;
        for (const pattern of record.users) check(pattern);
      },
    };
  },
});

function guessFor(role: string, roles: Iterable<string>): string {
  const [near] = nearestOf(role, roles, 1);
  return near === undefined ? '' : ` Did you mean ${near}?`;
}
