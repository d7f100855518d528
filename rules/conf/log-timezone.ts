import { cis, stig } from '../../src/rule-kit/controls.js';
import { defineSettingRule } from '../../src/rule-kit/settings/setting-rule.js';

export default defineSettingRule({
  id: 'conf/log-timezone',
  meta: {
    type: 'suggestion',
    summary: 'Require that times in the log are in UTC',
    category: 'accounting',
    severity: 'warning',
    presets: ['strict'],
    controls: [...cis('3.1.26'), ...stig('007500')],
    options: {
      zones: {
        type: 'array',
        default: [
          'UTC',
          'GMT',
          'Etc/UTC',
          'Etc/GMT',
          'Etc/UCT',
          'UCT',
          'Zulu',
          'Etc/Zulu',
          'Universal',
          'Etc/Universal',
        ],
        items: { type: 'string' },
        description: 'The time zones that are right; letter case does not matter.',
      },
    },
    messages: {
      set: {
        headline: 'The log is written in the time of {value}',
        why: 'Logs of servers in other zones do not line up with it, and where clocks go back, an hour of it comes twice.',
        help: 'Set log_timezone = {right}.',
      },
    },
    fix: 'safe',
  },
  parameters: ['log_timezone'],
  judge({ text, cluster, context }) {
    if (cluster.configuration.get('log_timezone').entry === undefined) return undefined;
    const zones = context.options.zones;
    if (zones.length === 0 || zones.some((zone) => zone.toLowerCase() === text.toLowerCase())) return undefined;
    const right = `'${zones[0]!}'`;
    return { messageId: 'set', data: { right }, right: { value: right, as: 'safe' } };
  },
});
