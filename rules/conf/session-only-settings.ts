import { cis } from '../../src/rule-kit/controls.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { reportUnwanted, type UnwantedSetting } from '../../src/rule-kit/settings/unwanted-settings.js';

/** Settings that pg_dump, a replication tool or an administrator sets in one session, and what they do to all. */
const settings: readonly UnwantedSetting[] = [
  {
    name: 'session_replication_role',
    good: ['origin', 'local'],
    effect: 'keeps triggers and foreign keys from being checked, so that wrong rows come in unseen',
  },
  {
    name: 'row_security',
    good: [true],
    effect: 'makes queries fail where a policy would have hidden rows, for pg_dump’s sake',
  },
  { name: 'event_triggers', good: [true], effect: 'switches event triggers off, with them audits and bans of DDL' },
  {
    name: 'check_function_bodies',
    good: [true],
    effect: 'takes functions whose body is wrong, which fail only when they are called',
  },
];

export default defineRule({
  id: 'conf/session-only-settings',
  meta: {
    type: 'problem',
    summary: 'Disallow settings for the whole server that are meant for one session',
    category: 'authorization',
    severity: 'warning',
    presets: ['recommended', { preset: 'strict', severity: 'error' }, 'managed-cloud'],
    controls: [...cis('6.5')],
    messages: {
      unwanted: {
        headline: '{name} = {value} holds for every session',
        why: 'It {effect}.',
        help: 'Remove the line ({name} = {good}).',
      },
    },
    suggestions: true,
  },
  create(context) {
    return {
      Cluster: () => reportUnwanted(context, settings, 'suggestion'),
    };
  },
});
