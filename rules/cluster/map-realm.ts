import { isPartial } from '../../src/rule-kit/reading-errors.js';
import { mapOption } from '../../src/rule-kit/records/maps.js';
import { optionOf } from '../../src/rule-kit/records/records.js';
import { defineRule, type NamePattern } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'cluster/map-realm',
  meta: {
    type: 'problem',
    summary:
      'Report maps for Kerberos whose names have a realm that include_realm cuts off, or lack the one that it leaves',
    category: 'authentication',
    concern: 'meaning',
    presets: ['correctness'],
    eachRecordAlone: true,
    messages: {
      cut: {
        headline: 'include_realm=0 cuts off the realm that map {map} expects',
        why: 'Its system users have one ({example}), so nobody logs in.',
        help: 'Write include_realm=1, or mappings without a realm.',
      },
      left: {
        headline: 'Names have a realm, and those of map {map} do not',
        why: 'So nobody logs in ({example}).',
        help: 'Write the realm there, as in alice@EXAMPLE.COM.',
      },
    },
  },
  create({ cluster, report }) {
    const { hba, ident } = cluster;
    if (hba === undefined || ident === undefined || isPartial(ident)) return {};
    return {
      HbaRecord(record) {
        const map = mapOption(record);
        if (map === undefined || record.method !== 'gss') return;
        const users = ident.mappings.flatMap(({ mapName, systemUser, error }) =>
          mapName?.value === map.value && error === undefined && systemUser !== undefined ? [systemUser] : [],
        );
        if (users.length === 0) return;
        const isCut = optionOf(record, 'include_realm') === '0';
        const wrong = users.every((user) => (isCut ? wantsRealm(user) : hasNoRealm(user)));
        if (!wrong) return;
        const option = isCut ? record.options.findLast(({ name }) => name === 'include_realm')! : map;
        const { file, start, end } = option.token;
        report({
          messageId: isCut ? 'cut' : 'left',
          data: { map: map.value, example: users[0]!.token.value },
          at: { file, start, end },
          related: [{ at: users[0]!.token, message: 'the first mapping of it' }],
        });
      },
    };
  },
});

/** Whether a name without a realm surely does not fit: a realm's sign stands there, outside of what may be left out. */
function wantsRealm({ kind, value }: NamePattern): boolean {
  if (kind === 'name') return value.includes('@');
  return kind === 'regex' && /@(?![?*{])/.test(value) && !/\|/.test(value) && !/\([^()]*@[^()]*\)[?*{]/.test(value);
}

function hasNoRealm({ kind, value }: NamePattern): boolean {
  return kind === 'name' && !value.includes('@');
}
