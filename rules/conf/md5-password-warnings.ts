import { defineRule } from '../../src/rule-kit/rule.js';
import { reportUnwanted } from '../../src/rule-kit/settings/unwanted-settings.js';

export default defineRule({
  id: 'conf/md5-password-warnings',
  meta: {
    type: 'suggestion',
    summary: 'Keep the warnings about MD5 passwords on',
    category: 'authentication',
    presets: ['recommended', 'managed-cloud'],
    targets: { from: 18 },
    messages: {
      unwanted: {
        headline: '{name} = {value} hides warnings about MD5 passwords',
        why: 'It {effect}.',
        help: 'Set the passwords again with password_encryption = scram-sha-256, and remove the line.',
      },
    },
    fix: 'safe',
  },
  create(context) {
    return {
      Cluster: () =>
        reportUnwanted(context, [
          {
            name: 'md5_password_warnings',
            good: [true],
            effect: 'hides who still has an MD5 password, until a later major no longer takes any',
          },
        ]),
    };
  },
});
