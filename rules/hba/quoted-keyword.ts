import { replaceToken } from '../../src/rule-kit/edits/records.js';
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
    messages: {
      quoted: keywordMessages.quoted,
      file: {
        headline: '"@{name}" in quotes is a name, and no file is read',
        why: 'It is a {thing} that begins with @, and the names in {name} do not count.',
        help: 'Write @{name} without quotes.',
      },
    },
    suggestions: true,
  },
  create({ cluster, options, report }) {
    function check(token: PlacedToken, column: KeywordColumn): void {
      // Letter case is the business of hba/keyword-like-name.
      if (!token.quoted) return;
      if (isFile(token)) {
        reportFile(token, column);
        return;
      }
      const said = options.names.includes(token.value) ? undefined : mistakenKeyword(token, column);
      if (said !== undefined) report(said);
    }
    /** A name may begin with @; one that is also a file beside the others is meant as that. */
    function isFile({ value }: PlacedToken): boolean {
      return /^@[^@]/.test(value) && cluster.fileAt?.(value.slice(1)) !== undefined;
    }
    function reportFile(token: PlacedToken, column: KeywordColumn): void {
      const { file, start, end, value } = token;
      const data = { name: value.slice(1), thing: column === 'user' ? 'role' : column };
      const edits = replaceToken(token, value);
      const suggestions = /^@[\w./-]+$/.test(value) ? [{ title: `Write ${value}`, edits }] : [];
      report({ messageId: 'file', data, at: { file, start, end }, suggestions });
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
