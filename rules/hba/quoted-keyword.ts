import { type KeywordColumn, keywordMessages, mistakenKeyword } from '../../src/rule-kit/records/keyword-names.js';
import { isTaken } from '../../src/rule-kit/records/records.js';
import { defineRule, type NamePattern, type PlacedToken } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'hba/quoted-keyword',
  meta: {
    type: 'problem',
    summary: 'Report keywords that the server takes for names, because they are in quotes',
    category: 'correctness',
    concern: 'meaning',
    severity: 'warning',
    presets: ['recommended'],
    options: {
      names: {
        type: 'array',
        default: [],
        items: { type: 'string' },
        description: 'Databases and roles that really have the name of a keyword, for instance ["replication"].',
      },
    },
    eachRecordAlone: true,
    messages: { quoted: keywordMessages.quoted },
    suggestions: true,
  },
  create({ options, report }) {
    function check(token: PlacedToken, column: KeywordColumn): void {
      // Letter case is the business of hba/keyword-like-name.
      if (!token.quoted) return;
      const said = options.names.includes(token.value) ? undefined : mistakenKeyword(token, column);
      if (said !== undefined) report(said);
    }
    function checkNames(patterns: readonly NamePattern[], column: KeywordColumn): void {
      for (const { kind, token } of patterns) if (kind === 'name') check(token, column);
    }
    return {
      HbaRecord(record) {
        if (!isTaken(record)) return;
        checkNames(record.databases, 'database');
        checkNames(record.users, 'user');
        if (record.address?.kind === 'host') check(record.address.token, 'address');
      },
    };
  },
});
