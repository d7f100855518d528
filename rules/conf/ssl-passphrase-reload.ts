import { defineSettingRule } from '../../src/rule-kit/settings/setting-rule.js';
import { textInForce, valueInForce } from '../../src/rule-kit/settings/settings.js';

export default defineSettingRule({
  id: 'conf/ssl-passphrase-reload',
  meta: {
    type: 'suggestion',
    summary: 'Require that the passphrase of the key can be had at a reload, too',
    category: 'tls',
    targets: { from: 11 },
    messages: {
      default: {
        headline: 'A reload does not ask ssl_passphrase_command',
        why: 'That is the default: a renewed certificate is not used before a restart.',
        help: 'If the command needs no terminal, set ssl_passphrase_command_supports_reload = on.',
      },
      set: {
        headline: 'A reload does not ask ssl_passphrase_command',
        why: 'With ssl_passphrase_command_supports_reload = {value} a renewed certificate is not used before a restart.',
        help: 'If the command needs no terminal, set it to on.',
      },
    },
    suggestions: true,
  },
  parameters: ['ssl_passphrase_command_supports_reload'],
  judge({ value, cluster }) {
    if (value !== false || valueInForce(cluster, 'ssl') !== true) return undefined;
    if ((textInForce(cluster, 'ssl_passphrase_command') ?? '') === '') return undefined;
    return { right: { value: 'on', as: 'suggestion' } };
  },
});
