import rule from '../../../rules/hba/public-network.js';
import { testRule } from '../../../src/linter/rule-tester.js';

/** A network that looks like a part of a private one. */
function beside(written: string) {
  return { hba: `hostssl app app ${written} cert\n`, errors: [{ messageId: 'beside', line: 1, text: written }] };
}

testRule(rule, {
  valid: [
    'host app app 10.0.0.0/8 md5\nhost app app 172.16.0.0/12 md5\nhost app app 172.20.0.0/16 md5\n',
    'host app app 192.168.0.0/16 md5\nhost app app 100.64.0.0/10 md5\nhost app app 169.254.0.0/16 md5\n',
    { name: 'somebody’s own machine', hba: 'host app app 172.32.1.7/32 md5\nhost app app 198.168.4.1/32 md5\n' },
    {
      name: 'networks that are like no private one',
      hba: 'host app app 203.0.113.0/24 md5\nhost app app 172.64.0.0/13 md5\n',
    },
    {
      name: 'everybody is meant',
      hba: 'host app app 0.0.0.0/0 md5\nhost app app 0.0.0.0/1 md5\nhost app app 128.0.0.0/1 md5\n',
    },
    { name: 'nobody is let in', hba: 'host app app 172.0.0.0/8 reject\n' },
    { name: 'IPv6', hba: 'host app app fc00::/6 md5\n' },
    { hba: 'host app app 172.0.0.0/8 md5\n', options: { allow: [{ address: ['172.0.0.0/8'] }] } },
  ],
  invalid: [
    {
      hba: 'host app app 172.0.0.0/8 md5\n',
      errors: [
        {
          messageId: 'around',
          line: 1,
          text: '172.0.0.0/8',
          message:
            '172.0.0.0/8 includes public addresses. Only 172.16.0.0/12 of it is private. Write the network that is meant.',
          suggestions: [{ title: 'Write 172.16.0.0/12', output: 'host app app 172.16.0.0/12 md5\n' }],
        },
      ],
    },
    ...[
      ['192.0.0.0/8', '192.168.0.0/16'],
      ['192.168.0.0/8', '192.168.0.0/16'],
      ['100.0.0.0/8', '100.64.0.0/10'],
      ['169.0.0.0/8', '169.254.0.0/16'],
      ['172.16.0.0/11', '172.16.0.0/12'],
      ['172.0.0.0 255.0.0.0', '172.16.0.0/12'],
    ].map(([written, right]) => ({
      hba: `host app app ${written} md5\n`,
      errors: [
        {
          messageId: 'around',
          line: 1,
          text: written!,
          suggestions: [{ title: `Write ${right}`, output: `host app app ${right} md5\n` }],
        },
      ],
    })),
    beside('172.0.10.0/24'),
    beside('172.32.0.0/16'),
    beside('172.168.1.0/24'),
    beside('192.169.0.0/16'),
    beside('192.186.1.0/24'),
    beside('192.68.1.0/24'),
    beside('198.168.0.0/16'),
  ],
});
