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
      long: 'A client that has not logged in may hold a connection for {value} seconds (authentication_timeout), so that a few machines keep everyone else out. Set {maximum}s.',
      short:
        'A login that takes longer than {value} seconds is cut off (authentication_timeout), and TLS, LDAP or a busy machine may need that long. Set {minimum}s at least.',
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
