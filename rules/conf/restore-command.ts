import { defineSettingRule, type SettingVerdict } from '../../src/rule-kit/settings/setting-rule.js';
import { operandsOf, shellParts } from '../../src/rule-kit/settings/shell-commands.js';

/** What each command may hold behind a percent sign (manual, sections on archive recovery). */
const escapes: Readonly<Record<string, string>> = {
  restore_command: 'fpr%',
  archive_cleanup_command: 'r%',
  recovery_end_command: 'r%',
};

export default defineSettingRule({
  id: 'conf/restore-command',
  meta: {
    type: 'problem',
    summary: 'Require commands of recovery that name the file and know their escapes',
    category: 'replication',
    severity: 'warning',
    presets: ['recommended'],
    targets: { from: 12 },
    messages: {
      missing: {
        headline: 'restore_command lacks {missing}',
        why: 'It cannot know {what}.',
        help: 'Write it like cp /archive/%f "%p".',
      },
      takes: {
        headline: 'restore_command takes WAL out of the archive',
        why: 'A second recovery or standby does not find it ({command}).',
        help: 'Use cp.',
      },
      order: {
        headline: 'pg_archivecleanup gets {given}',
        why: 'The folder comes first, then %r: it removes nothing.',
        help: 'Write pg_archivecleanup /archive %r.',
      },
      anything: {
        headline: 'archive_cleanup_command removes files without %r',
        why: 'It may remove needed WAL ({program}).',
        help: 'Write pg_archivecleanup /archive %r.',
      },
      stores: {
        headline: 'restore_command brings no WAL back',
        why: 'It stores WAL ({command}), as archive_command does.',
        help: 'Write cp /archive/%f "%p".',
      },
      escape: {
        headline: '{escape} means nothing in {name}',
        why: 'There {effect}.',
        help: 'Write %% for a percent sign.',
      },
    },
  },
  parameters: Object.keys(escapes),
  judge({ name, text, cluster }): SettingVerdict | undefined {
    const found = [...text.matchAll(/%(.?)/gs)].map((match) => match[1] ?? '');
    const unknown = found.find((each) => each === '' || !escapes[name]!.includes(each));
    if (unknown !== undefined) {
      const effect =
        cluster.target >= 16 ? 'the server refuses to run the command' : 'it goes to the shell as it stands';
      return { messageId: 'escape', data: { escape: `%${unknown}`, effect } };
    }
    if (name === 'archive_cleanup_command') return cleaning(text);
    if (name !== 'restore_command' || text.trim() === '' || /^(?:\S*\/)?(?:true|false|exit \d+)$/.test(text.trim()))
      return undefined;
    const stored = storing(text);
    if (stored !== undefined) return { messageId: 'stores', data: { command: stored } };
    if (!found.includes('f')) return { messageId: 'missing', data: { missing: '%f', what: 'which file is wanted' } };
    if (!found.includes('p')) return { messageId: 'missing', data: { missing: '%p', what: 'where to put it' } };
    const taking = (shellParts(text) ?? []).find(({ words }) => /^(?:\S*\/)?mv$/.test(words[0] ?? ''));
    return taking === undefined ? undefined : { messageId: 'takes', data: { command: taking.words.join(' ') } };
  },
});

/** What is wrong with a command that is to remove what no recovery needs any more. */
function cleaning(text: string): SettingVerdict | undefined {
  const program = /\bpg_archivecleanup\b|(?:^|[\s;&|/])(?:rm|find|unlink)(?=\s)/
    .exec(text)?.[0]
    .replace(/^[\s;&|/]/, '');
  if (program === undefined) return undefined;
  if (!text.includes('%r')) return { messageId: 'anything', data: { program } };
  const first = /\bpg_archivecleanup\s+(?:-\S+\s+)*["']?(%r)/.exec(text)?.[1];
  return first === undefined ? undefined : { messageId: 'order', data: { given: '%r first' } };
}

const stores = /\b(?:archive-push|wal-push|barman-wal-archive|barman-cloud-wal-archive|put-wal)\b/;
const copiers = /^(?:\S*\/)?(?:cp|mv|scp|rsync|copy|install|aws|gsutil|s3cmd|mc|rclone)$/;

/** What stores a file instead of fetching it: a program for that, or a copy from %p to %f. */
function storing(text: string): string | undefined {
  const known = stores.exec(text);
  if (known !== null) return known[0];
  if (/<\s*["']?%p/.test(text) && />\s*\S*%f/.test(text)) return text.trim();
  for (const part of shellParts(text) ?? []) {
    const operands = operandsOf(part);
    const [program = ''] = operands;
    const last = operands.at(-1) ?? '';
    const source = operands.slice(1, -1).find((each) => /%p/.test(each));
    if (copiers.test(program) && source !== undefined && /%f/.test(last) && !/%p/.test(last)) {
      return `${program} ${source} ${last}`;
    }
  }
  return undefined;
}
