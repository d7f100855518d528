import { defineSettingRule } from '../../src/rule-kit/settings/setting-rule.js';

export default defineSettingRule({
  id: 'conf/gss-delegation',
  meta: {
    type: 'suggestion',
    summary: 'Disallow that clients hand their Kerberos credentials to the server',
    category: 'network',
    targets: { from: 16 },
    messages: {
      set: {
        headline: 'Clients hand their Kerberos credentials to the server',
        why: 'With gss_accept_delegation = {value}, whoever takes the server over acts as them elsewhere.',
        help: 'Set it off unless dblink or postgres_fdw need them.',
      },
    },
    fix: 'unsafe',
  },
  parameters: ['gss_accept_delegation'],
  judge({ value }) {
    if (value !== true) return undefined;
    const title = 'Set gss_accept_delegation = off (foreign servers that need the client’s credentials refuse)';
    return { right: { value: 'off', title, as: 'unsafe' } };
  },
});
