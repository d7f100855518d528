import rule from '../../../rules/cluster/invisible-characters.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const at = (column: number, text: string) => ({ line: 1, column, text });

testRule(rule, {
  valid: [
    { conf: "cluster_name = 'Grüße 数据库 🐘 ❤️'\n" },
    { hba: 'local\tall  all peer\r\n' },
    { name: 'a mark at the start of a file is reported by cluster/byte-order-mark', conf: '\uFEFFport = 5433\n' },
    { name: 'spaces in comments', hba: '# a\u00a0note\u200b\nlocal all all peer # \u2009 thin\n' },
  ],
  invalid: [
    {
      hba: 'host\u00a0all all 10.0.0.0/8 scram-sha-256\n',
      errors: [
        {
          messageId: 'space',
          ...at(5, '\u00a0'),
          message:
            'The space in column 5 is really a letter. The server reads U+00A0 NO-BREAK SPACE as part of the word. Write a space.',
        },
      ],
      output: 'host all all 10.0.0.0/8 scram-sha-256\n',
    },
    {
      name: 'several of one kind are one problem',
      conf: '\u3000\u3000work_mem\u2009=\u20094MB\n',
      errors: [
        {
          messageId: 'space',
          ...at(1, '\u3000\u3000'),
          message:
            'The space in column 1 is really a letter. The server reads U+3000 IDEOGRAPHIC SPACE (2 times) as part of the word. Write a space.',
        },
        { messageId: 'space', ...at(11, '\u2009') },
        { messageId: 'space', ...at(13, '\u2009') },
      ],
      output: '  work_mem = 4MB\n',
    },
    {
      hba: 'host all "adm\u200bin" 10.0.0.0/8 scram-sha-256\n',
      errors: [
        {
          messageId: 'nothing',
          ...at(14, '\u200b'),
          message:
            'A character in column 14 is not shown. The server reads U+200B ZERO WIDTH SPACE as part of the word. Remove it.',
        },
      ],
      output: 'host all "admin" 10.0.0.0/8 scram-sha-256\n',
    },
    {
      name: 'a mark in the middle of a file, where files were put together',
      conf: 'port = 5433\n\uFEFFwork_mem = 4MB\n',
      errors: [{ messageId: 'nothing', line: 2, column: 1, text: '\uFEFF' }],
      output: 'port = 5433\nwork_mem = 4MB\n',
    },
    {
      hba: 'host all app\u202e 10.0.0.0/8 trust\n',
      errors: [
        {
          messageId: 'direction',
          ...at(13, '\u202e'),
          message:
            'A character in column 13 reorders the line. U+202E RIGHT-TO-LEFT OVERRIDE shows people another text. Remove it.',
        },
      ],
      output: 'host all app 10.0.0.0/8 trust\n',
    },
    {
      name: 'directions in comments too: they can make a record look like one',
      hba: '# off \u2066host all all all reject\u2069\nlocal all all peer\n',
      errors: [
        { messageId: 'direction', ...at(7, '\u2066') },
        { messageId: 'direction', ...at(31, '\u2069') },
      ],
      output: '# off host all all all reject\nlocal all all peer\n',
    },
    {
      ident: 'm ali\u00adce app\u2060\n',
      errors: [
        { messageId: 'nothing', ...at(6, '\u00ad') },
        { messageId: 'nothing', ...at(13, '\u2060') },
      ],
      output: 'm alice app\n',
    },
    {
      conf: "cluster_name = 'a\u{e0041}\u{e0041}b\u0001c\u007f\u0085d'\n",
      errors: [
        {
          messageId: 'nothing',
          ...at(18, '\u{e0041}\u{e0041}'),
          message:
            'A character in column 18 is not shown. The server reads U+E0041, an invisible character, (2 times) as part of the word. Remove it.',
        },
        { messageId: 'nothing', ...at(23, '\u0001') },
        { messageId: 'nothing', ...at(25, '\u007f') },
        { messageId: 'space', ...at(26, '\u0085') },
      ],
      output: "cluster_name = 'abc d'\n",
    },
  ],
});
