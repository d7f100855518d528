import { replaceToken } from '../../src/rule-kit/edits/records.js';
import { isTaken } from '../../src/rule-kit/records/records.js';
import { defineRule } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'hba/oauth-issuer',
  meta: {
    type: 'problem',
    summary: 'Require https for the issuer of OAuth tokens',
    category: 'authentication',
    presets: ['recommended'],
    targets: { from: 18 },
    eachRecordAlone: true,
    messages: {
      scheme: {
        headline: 'issuer={issuer} is not an https URL',
        why: 'libpq refuses it.',
        help: 'Write https://.',
      },
      notUrl: {
        headline: 'issuer={issuer} is not a URL',
        why: 'Clients look up there how to get a token.',
        help: 'Write it like https://login.example.com.',
      },
    },
    suggestions: true,
  },
  create({ report }) {
    return {
      HbaRecord(record) {
        if (!isTaken(record) || record.method !== 'oauth') return;
        const option = record.options.findLast(({ name }) => name === 'issuer');
        if (option === undefined || isUsable(option.value)) return;
        const { file, start, end } = option.token;
        const isHttp = /^http:\/\//i.test(option.value);
        const text = file.text.slice(start, end);
        const edits = replaceToken({ file, start, end }, text.replace(/http:/i, 'https:'));
        report({
          messageId: isHttp ? 'scheme' : 'notUrl',
          data: { issuer: option.value },
          at: { file, start, end },
          suggestions: isHttp ? [{ title: 'Write https://', edits }] : [],
        });
      },
    };
  },
});

/** Whether clients can look something up there: https, a host, and no query or fragment (libpq's fe-auth-oauth-curl.c). */
function isUsable(issuer: string): boolean {
  return /^https:\/\/[^/?#]+[^?#]*$/i.test(issuer);
}
