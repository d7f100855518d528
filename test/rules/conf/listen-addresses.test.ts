import rule from '../../../rules/conf/listen-addresses.js';
import { testRule } from '../../../src/linter/rule-tester.js';

/** A list and what is suggested in its place. */
function suggested(list: string, messageId: string, right: string | undefined) {
  return {
    conf: `listen_addresses = '${list}'\n`,
    errors: [
      {
        messageId,
        line: 1,
        text: `'${list}'`,
        ...(right === undefined
          ? {}
          : {
              suggestions: [{ title: `Set listen_addresses = '${right}'`, output: `listen_addresses = '${right}'\n` }],
            }),
      },
    ],
  };
}

// PostgreSQL 15.20 was started with lists of these kinds, not with each of them: it says "could not translate host name" or "could not bind" of
// each element that is reported, and "could not create any TCP/IP sockets" where there is no other.
testRule(rule, {
  valid: [
    "listen_addresses = '*'\n",
    "listen_addresses = ''\n",
    "listen_addresses = 'localhost, 10.0.0.5, ::1, fe80::1%eth0'\n",
    { name: 'names with an underscore are found in /etc/hosts', conf: "listen_addresses = 'db_1, db-2.example.com'\n" },
    {
      name: 'short for 127.0.0.1, and octal for the same number',
      conf: "listen_addresses = '127.1, 127.000.000.001'\n",
    },
    { name: 'every IPv4 address', conf: "listen_addresses = '0'\n" },
    { name: 'a malformed list is said by another rule', conf: "listen_addresses = 'localhost 10.0.0.5'\n" },
    { name: 'quotes that do not quote are said by another rule', conf: "listen_addresses = '‘*’'\n" },
    { name: 'what a template fills in', conf: "listen_addresses = '{{ addresses }}'\n" },
  ],
  invalid: [
    {
      conf: "listen_addresses = '/*'\n",
      errors: [
        {
          messageId: 'none',
          message:
            'The server cannot listen on “/*”. Cause: every address is written *, with nothing around it. Nothing else is in listen_addresses, so it does not start.',
          column: 20,
          line: 1,
          suggestions: [{ title: "Set listen_addresses = '*'", output: "listen_addresses = '*'\n" }],
        },
      ],
    },
    suggested('10.0.0.5/24', 'none', '10.0.0.5'),
    suggested('0.0.0.0/0', 'none', '*'),
    suggested('::/0', 'none', '*'),
    suggested('10.0.0.0/8', 'none', undefined),
    suggested('localhost, 192.168.1.1/32', 'some', '192.168.1.1, localhost'),
    suggested('192.168.1.*', 'none', undefined),
    suggested('*.example.com', 'none', undefined),
    suggested('10.0.0.5:5432', 'none', '10.0.0.5'),
    suggested('*:5432', 'none', '*'),
    suggested('[::1]:5432', 'none', '::1'),
    suggested('[::]', 'none', '::'),
    suggested('10.0.0.256', 'none', undefined),
    suggested('10.0.0.5-10.0.0.9', 'none', undefined),
    suggested('localhost;10.0.0.5', 'none', 'localhost, 10.0.0.5'),
    suggested('10,0,0,5', 'none', '10.0.0.5'),
    suggested('tcp://10.0.0.5:5432', 'none', '10.0.0.5'),
    suggested('<ip>', 'none', undefined),
    suggested('10.x.x.x', 'none', undefined),
    suggested('192.168.1', 'none', undefined),
    suggested('1', 'none', undefined),
    suggested('192.168.001.010', 'none', '192.168.1.10'),
    suggested('a b@c?'.replace(' ', ''), 'none', undefined),
    suggested('all', 'name', '*'),
    suggested('ANY', 'name', '*'),
    suggested('none', 'name', undefined),
    suggested('eth0', 'name', undefined),
    suggested('YOUR_SERVER_IP', 'name', undefined),
    suggested('locahost, 10.0.0.5', 'name', 'localhost, 10.0.0.5'),
  ],
});
