/** The shape of a policy, in the configuration and in a file of its own. */
import type { JsonSchema } from '../../linter/json-schema.js';

const text = { type: 'string' } as const;
const texts = { type: 'array', items: text, minItems: 1 } as const;
const names = { anyOf: [text, texts] } as const;
const namesOrNot = {
  anyOf: [text, texts, { type: 'object', required: ['not'], additionalProperties: false, properties: { not: names } }],
} as const;

const space = {
  type: 'object',
  additionalProperties: false,
  properties: {
    role: namesOrNot,
    'member-of': namesOrNot,
    database: namesOrNot,
    replication: { type: 'boolean' },
    from: namesOrNot,
    transport: namesOrNot,
    method: namesOrNot,
    certificate: namesOrNot,
  },
} as const;

const groups = (what: string, example: string) =>
  ({
    type: 'object',
    default: {},
    additionalProperties: names,
    description: `Groups of ${what} by name; statements write ${example}.`,
  }) as const;

/** The options of cluster/policy, and the keys of a file for prove. */
export const policyOptions = {
  networks: groups('addresses and networks', '$office'),
  roles: groups('roles', '$admins'),
  databases: groups('databases', '$people'),
  known: {
    type: 'object',
    default: {},
    additionalProperties: false,
    properties: {
      members: { type: 'object', additionalProperties: { anyOf: [text, { type: 'array', items: text }] } },
      roles: names,
      databases: names,
      interfaces: names,
    },
    description:
      'What is known beside the files. members: the roles that each role is a member of, others are members of nothing. roles, databases: all that there are. interfaces: the addresses of the server, such as 10.0.0.1/24. What is left out may be anything.',
  },
  statements: {
    type: 'array',
    default: [],
    items: {
      type: 'object',
      required: ['name'],
      additionalProperties: false,
      properties: { name: text, never: space, only: space, always: space, works: space, for: space },
    },
    description:
      'What must be true of all logins: each with a name and one of never, only, always and works; “for” says which logins only and always are about. The page on policies describes them.',
  },
} as const;

/** The same as one schema. */
export const policySchema: JsonSchema = { type: 'object', additionalProperties: false, properties: policyOptions };
