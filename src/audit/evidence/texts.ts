/** Requirements in words: for reports and for docs/controls.md. */

import type { RecordSelection, Requirement, ValueTest } from '../../catalog/benchmarks/types.js';
import type { Major } from '../../catalog/majors.js';

/** `log_connections is on`. */
export function requirementText(requirement: Requirement): string {
  if ('setting' in requirement) return `${requirement.setting} is ${testText(requirement.must)}`;
  if ('library' in requirement) return `shared_preload_libraries has ${requirement.library.join(' or ')}`;
  if ('oneOf' in requirement) return requirement.oneOf.map(requirementText).join(', or ');
  const { records, only, never, encrypted, named, some } = requirement;
  const parts = [
    ...(only === undefined ? [] : [`have the method ${only.join(' or ')}`]),
    ...(never === undefined ? [] : [`do not have the method ${never.join(' or ')}`]),
    ...(encrypted === true ? ['let no other machine in without encryption'] : []),
    ...(named === true ? ['name their roles'] : []),
  ];
  const subject = `${some === true ? 'there are records' : 'records'} ${recordsText(records)}`;
  const joined = some === true ? `${subject}${parts.length > 0 ? ', which' : ''}` : subject;
  return parts.length === 0 ? `${joined} are reported by no rule` : `${joined} ${parts.join(', and ')}`;
}

/**
 * What a value is to be: `on`, `one of ddl, mod, all`.
 *
 * @param target left out where it is for all majors
 */
export function testText(test: ValueTest, target?: Major): string {
  switch (test) {
    case 'judged':
      return 'a value that no rule reports';
    case 'filled':
      return 'not empty';
    case 'above zero':
      return 'above zero';
    case 'outside':
      return 'an absolute path';
    case 'chosen addresses':
      return 'a list without *, 0.0.0.0 and ::';
    case 'utc':
      return 'UTC or GMT';
  }
  if ('is' in test) {
    const values = test.is.map((one) => (one === 0o600 ? '0600' : String(one)));
    return values.length === 1 ? values[0]! : `one of ${values.join(', ')}`;
  }
  if ('lists' in test) return `a list with ${test.lists.join(' and ')}`;
  if ('listsOneOf' in test) return `a list with ${test.listsOneOf.join(' or ')}`;
  if ('escapes' in test) return `a text with ${test.escapes.map(escapesText).join(', ')}`;
  if ('classes' in test) return `a list that records ${test.classes.join(', ')}`;
  const parts = test.connections.includes('all') ? 'all' : `a list with ${test.connections.join(' and ')}`;
  if (target === undefined) return `on, from 18 on ${parts}`;
  return target < 18 ? 'on' : parts;
}

function escapesText(group: string): string {
  return [...group].map((letter) => `%${letter}`).join(' or ');
}

/** Which records: `for the Unix-domain socket`. */
export function recordsText(selection: RecordSelection, count = 2): string {
  return {
    all: 'of any kind',
    local: 'for the Unix-domain socket',
    host: 'for TCP/IP',
    remote: 'for other machines',
    replication: 'for replication',
    ldap: 'with the method ldap',
    cert: count === 1 ? 'that asks for a certificate' : 'that ask for a certificate',
  }[selection];
}
