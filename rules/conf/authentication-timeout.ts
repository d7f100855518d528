import { defineRule } from '../../src/rule-kit/rule.js';
import { reportSetting, valueInForce } from '../../src/rule-kit/settings/settings.js';

export default defineRule({
  id: 'conf/authentication-timeout',
  meta: {
    type: 'suggestion',
    summary: 'Require a sensible limit on the time that a login may take',
    category: 'authentication',
    presets: ['strict', 'managed-cloud'],
    options: {
      minimum: { type: 'integer', default: 5, minimum: 1, description: 'The shortest limit, in seconds.' },
      maximum: { type: 'integer', default: 60, minimum: 1, description: 'The longest limit, in seconds.' },
    },
    messages: {
      long: {
        headline: 'A client may take {value} seconds to log in',
        why: 'A few that never do keep everyone out (authentication_timeout).',
        help: 'Set {maximum}s.',
      },
      short: {
        headline: 'A login is cut off after {value} seconds',
        why: 'TLS or LDAP may need longer (authentication_timeout).',
        help: 'Set {minimum}s at least.',
      },
    },
    fix: 'unsafe',
  },
  create(context) {
    const { minimum, maximum } = context.options;
    return {
      Cluster(cluster) {
        const value = valueInForce(cluster, 'authentication_timeout');
        if (typeof value !== 'number' || (value >= minimum && value <= maximum)) return;
        const isLong = value > maximum;
        const right = `${isLong ? maximum : minimum}s`;
        reportSetting(context, 'authentication_timeout', {
          messageId: isLong ? 'long' : 'short',
          data: { value, minimum, maximum },
          right: {
            value: right,
            title: `Set authentication_timeout = ${right} (logins that take longer are cut off)`,
            as: 'unsafe',
          },
        });
      },
    };
  },
});
