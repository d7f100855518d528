import { placeholdersOption, placeholderTest } from '../../src/rule-kit/placeholders.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { valuePlace } from '../../src/rule-kit/settings/setting-places.js';

/** Settings whose value is a command or a connection string that people put secrets into. */
const parameters = [
  'archive_command',
  'archive_cleanup_command',
  'recovery_end_command',
  'restore_command',
  'ssl_passphrase_command',
];

/** What gives a secret away; the first group is the secret. */
const patterns: readonly { what: string; pattern: RegExp }[] = [
  { what: 'PGPASSWORD', pattern: /\bPGPASSWORD=("[^"]*"|'[^']*'|[^\s;&|]+)/g },
  { what: 'AWS_SECRET_ACCESS_KEY', pattern: /\bAWS_SECRET_ACCESS_KEY=("[^"]*"|'[^']*'|[^\s;&|]+)/g },
  { what: 'an AWS access key', pattern: /\b((?:AKIA|ASIA)[0-9A-Z]{16})\b/g },
  { what: 'a password in an address', pattern: /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@'"]+:([^\s/@'"]+)@/gi },
  {
    what: 'an option for a password',
    pattern:
      /(?:^|\s)--?(?:password|pass|passphrase|secret|secret-key|token)[= ]("[^"]*"|'[^']*'|[^\s;&|-][^\s;&|]*)/gi,
  },
  { what: 'a password for curl', pattern: /(?:^|\s)(?:-u|--user)[= ]?["']?[^\s:"']+:([^\s"';&|]+)/g },
  { what: 'a token in a header', pattern: /\bAuthorization:\s*(?:Bearer|Basic|token)\s+([^\s"';&|]+)/gi },
  { what: 'a password for smbclient', pattern: /\bsmbclient\b.*\s(?:-U|--user)[= ]?["']?[^\s%]+%([^\s"';&|]+)/g },
  {
    what: 'a password for openssl',
    pattern: /\bopenssl\s.*\s(?:-k|-passin pass:|-passout pass:|-pass pass:)\s*([^\s;&|]+)/g,
  },
  { what: 'a password for mysql', pattern: /\b(?:mysql|mysqldump|mariadb)\s(?:.*\s)?-p([^\s;&|]+)/g },
  { what: 'a password for sshpass', pattern: /\bsshpass\s+-p\s*("[^"]*"|'[^']*'|[^\s;&|]+)/g },
  { what: 'a password', pattern: /(?:^|[\s"';?&])(?:password|passwd|pwd|secret)=("[^"]*"|'[^']*'|[^\s;&|'"]+)/gi },
];
/** A command that prints the passphrase itself. */
const printed =
  /^\s*(?:\/(?:usr\/)?bin\/)?(?:echo|printf)\s+(?:-n\s+)?(?:["']?%s(?:\\+n)?["']?\s+)?("[^"]*"|'[^']*'|[^\s;&|]+)\s*$/;

export default defineRule({
  id: 'conf/no-secret',
  meta: {
    type: 'problem',
    summary: 'Disallow passwords and keys in commands of postgresql.conf',
    category: 'authentication',
    presets: ['recommended'],
    anyMajor: true,
    evenInTemplates: true,
    options: { placeholders: placeholdersOption },
    messages: {
      secret: {
        headline: '{name} holds {what} as plain text',
        why: 'It is in this file, in its backups and repository, and in the list of processes while the command runs.',
        help: 'Let the command read it from a file that only the server’s user can read.',
      },
      printed: {
        headline: 'ssl_passphrase_command prints the passphrase itself',
        why: 'Whoever reads this file can use the key.',
        help: 'Let it ask a secret store, or read a file that only the server’s user can read.',
      },
    },
  },
  create({ options, report }) {
    const isPlaceholder = placeholderTest(options.placeholders);
    const isSecret = (text: string | undefined) => {
      const bare = (text ?? '').replace(/^(["'])(.*)\1$/s, '$2');
      // A variable or the output of another command is no secret; %p and %f are the server's.
      return bare !== '' && !isPlaceholder(bare) && !/^(?:\$|`|\{\{|<|%[a-z]$)/.test(bare);
    };
    return {
      ConfEntry(entry) {
        const name = entry.parameter?.name;
        if (name === undefined || !parameters.includes(name)) return;
        const found = patterns.find(({ pattern }) =>
          [...entry.value.matchAll(pattern)].some((match) => isSecret(match[1])),
        );
        if (found !== undefined) {
          report({ messageId: 'secret', data: { name, what: found.what }, at: valuePlace(entry) });
          return;
        }
        const echoed = name === 'ssl_passphrase_command' ? printed.exec(entry.value)?.[1] : undefined;
        if (isSecret(echoed)) report({ messageId: 'printed', at: valuePlace(entry) });
      },
    };
  },
});
