import type { OptionSchema } from '../rule.js';

const texts = { type: 'array', items: { type: 'string' } } as const;

/**
 * The options that several rules have under one name and with one meaning: a configuration may say them once for all rules,
 * under `settings`.
 */
export const sharedOptions = {
  superusers: {
    ...texts,
    default: ['postgres'],
    description: 'The roles that are superusers; which roles are, no file tells.',
  },
  allow: {
    type: 'array',
    default: [],
    description:
      'Records that are not reported. An entry fits a record when, for each column it names, everything that the record has there is in its list: {"type": ["local"], "user": ["postgres"]}.',
    items: {
      type: 'object',
      properties: { type: texts, database: texts, user: texts, address: texts, method: texts },
      additionalProperties: false,
    },
  },
} as const satisfies Record<string, OptionSchema>;
