import { cis, cisBenchmarks } from '../../src/rule-kit/controls.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { reportSetting, textInForce } from '../../src/rule-kit/settings/settings.js';
import { operandsOf, type ShellPart, shellParts, swallowedBy } from '../../src/rule-kit/settings/shell-commands.js';

export default defineRule({
  id: 'conf/archiving',
  meta: {
    type: 'problem',
    summary: 'Require that WAL archiving, where it is on, can work',
    category: 'durability',
    severity: 'warning',
    presets: [
      'recommended',
      { preset: 'strict', severity: 'error' },
      ...cisBenchmarks.map((preset) => ({ preset, options: { required: true } })),
    ],
    controls: [...cis('7.4')],
    options: {
      required: { type: 'boolean', default: false, description: 'Whether archiving must be on.' },
    },
    messages: {
      fetches: {
        headline: 'archive_command stores nothing in the archive',
        why: 'It brings WAL back ({command}), as restore_command does. WAL piles up until the disk is full.',
        help: 'Write a command that copies %p to the archive.',
      },
      swallows: {
        headline: 'archive_command succeeds even when the copy fails',
        why: 'After {swallowed} the server takes the copy as done, and removes WAL that is in no archive.',
        help: 'Remove it; the server tries again by itself.',
      },
      inside: {
        headline: 'WAL is archived inside the data directory',
        why: 'What destroys {target} destroys the cluster too, and base backups copy the archive along.',
        help: 'Store it on another machine or disk.',
      },
      removes: {
        headline: 'archive_command deletes WAL that the server still needs',
        why: 'The server removes it by itself ({command}).',
        help: 'Leave that out.',
      },
      links: {
        headline: 'archive_command stores a link and no copy (ln)',
        why: 'The server reuses or removes the linked file.',
        help: 'Use cp.',
      },
      otherFile: {
        headline: 'archive_command tests one file and writes another',
        why: 'It tests {tested} and overwrites {target}.',
        help: 'Test the file that is written.',
      },
      moves: {
        headline: 'archive_command moves WAL away from the server',
        why: 'The server may still need it, and removes it by itself.',
        help: 'Use cp.',
      },
      off: {
        headline: 'WAL is not archived (archive_mode = off)',
        why: 'A loss leaves only the last base backup.',
        help: 'Set it on, with an archive_command.',
      },
      nothing: {
        headline: 'Archiving is on, and nothing archives',
        why: 'No archive_command{library}: WAL fills the disk.',
        help: 'Set archive_command.',
      },
      pretends: {
        headline: 'archive_command {command} copies nothing',
        why: 'It succeeds all the same: WAL is removed as if it were archived, and the archive stays empty.',
        help: 'Write a command that copies %p to the archive.',
      },
      incomplete: {
        headline: 'archive_command lacks {missing}',
        why: 'It cannot know {what}.',
        help: "Try 'test ! -f /archive/%f && cp %p /archive/%f'.",
      },
      doubled: {
        headline: 'archive_command has %% where % belongs',
        why: 'The server makes one % of it, so the command looks for a file that is called %p.',
        help: 'Write %p and %f.',
      },
      overwrites: {
        headline: 'archive_command overwrites files in the archive',
        why: 'A second cluster that archives to the same folder, or an old timeline, destroys them.',
        help: "Test first, as in 'test ! -f /archive/%f && cp %p /archive/%f'.",
      },
    },
  },
  create(context) {
    return {
      Cluster(cluster) {
        const mode = textInForce(cluster, 'archive_mode');
        if (mode === undefined) return;
        if (mode === 'off') {
          if (context.options.required) reportSetting(context, 'archive_mode', { messageId: 'off' });
          return;
        }
        const command = textInForce(cluster, 'archive_command');
        const library = textInForce(cluster, 'archive_library');
        if (command === undefined || (library !== undefined && library !== '')) return;
        const said = judgeCommand(command, textInForce(cluster, 'data_directory') ?? '');
        if (said === undefined) return;
        if (said.messageId === 'nothing') {
          const data = { library: library === undefined ? '' : ' or archive_library' };
          reportSetting(context, 'archive_mode', { messageId: 'nothing', data });
        } else reportSetting(context, 'archive_command', said);
      },
    };
  },
});

interface Said {
  messageId: string;
  data?: Record<string, string>;
}

function judgeCommand(command: string, dataDirectory: string): Said | undefined {
  const text = command.trim();
  if (text === '') return { messageId: 'nothing' };
  if (/^(?:\/(?:usr\/)?bin\/true|true|:|exit 0|cd \.|(?:\/bin\/)?echo [^;&|]*)$/.test(text)) {
    return { messageId: 'pretends', data: { command: text } };
  }
  const fetch = fetches.exec(text);
  if (fetch !== null) return { messageId: 'fetches', data: { command: fetch[0].trim() } };
  // The server makes % of %%, and the shell gets the letters %p.
  if (/%%[pf]/.test(text) && !/%p/.test(text.replaceAll('%%', ''))) return { messageId: 'doubled' };
  // A program may know by itself what to do, and cp does not; %P and $p are meant as %p.
  if (
    !/%p/.test(text) &&
    !/%f|%[PF]|\$\{?[pf]\b/.test(text) &&
    !/^(?:\/(?:usr\/)?bin\/)?(?:cp|scp|mv|gzip)\s/.test(text)
  )
    return undefined;
  if (!/%p/.test(text)) {
    return { messageId: 'incomplete', data: { missing: '%p', what: 'which file to copy' } };
  }
  const parts = (shellParts(text) ?? []).map(unwrapped);
  const removing = parts.find(
    ({ words }) => /^(?:rm|unlink|shred)$/.test(baseName(words[0] ?? '')) && namesFile(words),
  );
  if (removing !== undefined) return { messageId: 'removes', data: { command: removing.words.join(' ') } };
  if (parts.some(({ words }) => baseName(words[0] ?? '') === 'ln' && namesFile(words))) return { messageId: 'links' };
  const copy = parts.find((part) => isCopy(part));
  const [program, ...operands] = copy === undefined ? [] : operandsOf(copy);
  const target = operands.at(-1) ?? '';
  if (operands.length > 1 && /%p/.test(target) && !/%f/.test(target)) {
    if (operands.some((each) => /%f/.test(each))) return { messageId: 'fetches', data: { command: `${program} … %p` } };
    return {
      messageId: 'incomplete',
      data: { missing: '%f', what: 'the name of the file: %p has its folder in front' },
    };
  }
  const swallowed = swallowedBy(text, (part) => part.words.some((word) => /%p/.test(word)));
  if (swallowed !== undefined) return { messageId: 'swallows', data: { swallowed } };
  if (copy !== undefined && baseName(program ?? '') === 'mv') return { messageId: 'moves' };
  if (/^(?:cp|mv|install)$/.test(baseName(program ?? '')) && isInside(target, dataDirectory))
    return { messageId: 'inside', data: { target } };
  const tested = /(?:\btest|\[)\s+!\s+-[ef]\s+(\S*%f[^\s;&|]*)/.exec(text)?.[1];
  if (tested !== undefined && /^["']?\/\S*%f/.test(target) && unquoted(tested) !== unquoted(target)) {
    return { messageId: 'otherFile', data: { tested: unquoted(tested), target: unquoted(target) } };
  }
  if (copy === undefined) return writesOver(text) ? { messageId: 'overwrites' } : undefined;
  return overwrites(text, copy) ? { messageId: 'overwrites' } : undefined;
}

const unquoted = (word: string) => word.replace(/["']/g, '');

const namesFile = (words: readonly string[]) => words.some((word) => /%p/.test(word));

/** A command without the programs that only run another one, and their options. */
function unwrapped({ sign, words }: ShellPart): ShellPart {
  let from = 0;
  while (/^(?:sudo|nice|ionice|nohup|time)$/.test(baseName(words[from] ?? ''))) {
    from++;
    while (/^-/.test(words[from] ?? '')) from += /^-[ugnc]$/.test(words[from]!) ? 2 : 1;
  }
  return { sign, words: words.slice(from) };
}

/** Whether a program's output goes into the file of the archive (`gzip < %p > /archive/%f.gz`), and nothing looks first. */
function writesOver(text: string): boolean {
  return /(?:^|[^>&\d])>\s*["']?\/[^\s;&|]*%f/.test(text) && !looksFirst(text);
}

/** Whether something looks if the file is there, and what follows depends on it. */
function looksFirst(text: string): boolean {
  if (/^\s*(?:test\s+!|\[\s*!)[^;&|]*;/.test(text)) return false;
  return /\btest\s+!|\[\s*!|!\s*test\b|noclobber|\bset -C\b|\btest -[ef]\b.*\|\|/.test(text);
}

/** Commands that bring WAL back from an archive. */
const fetches =
  /\b(?:archive-get|wal-fetch|barman-wal-restore|barman-cloud-wal-restore|get-wal)\b|\baws s3 cp s3:\S+ \S*%p/;

const copiers = /^(?:cp|mv|scp|rsync|install|copy|dd|s3cmd|aws|azcopy|gsutil|gcloud|mc|rclone)$/;

const baseName = (program: string) => program.replace(/^.*\//, '').replace(/\.exe$/i, '');

function isCopy({ words }: ShellPart): boolean {
  return copiers.test(baseName(words[0] ?? '')) && words.some((word) => /%p/.test(word));
}

/** What keeps a program from writing over a file that is there. */
const careful: Readonly<Record<string, RegExp>> = {
  cp: /^(?:-[a-zA-Z]*[in]|--no-clobber|--interactive|--update=none\S*)/,
  rsync: /^(?:--ignore-existing|--link-dest)/,
  gsutil: /^-n$/,
  gcloud: /^(?:-n|--no-clobber)$/,
  rclone: /^(?:--immutable|--ignore-existing)$/,
  s3cmd: /^--skip-existing$/,
  azcopy: /^--overwrite=(?:false|prompt)/,
  aws: /^--(?:if-none-match|no-overwrite)/,
};

/** Whether nothing looks first if the file is there; the destination must be a file of that name. */
function overwrites(text: string, { words }: ShellPart): boolean {
  const program = baseName(words[0]!);
  if (!copiers.test(program) || program === 'copy') return false;
  if (looksFirst(text)) return false;
  if (program === 's3cmd' && !words.includes('put')) return false;
  return !words.some((word) => careful[program]?.test(word));
}

/** The data directories of the packages of Debian and Red Hat and of the image of Docker. */
const usualDataDirectory = /^\/var\/lib\/(?:postgresql|pgsql)\/(?:\d+(?:\.\d+)?\/)?(?:data|main|docker)\//;

/** Whether a destination is within the data directory: a relative one is, since the server runs there. */
function isInside(target: string, dataDirectory: string): boolean {
  const path = target.replace(/^["']/, '');
  if (/^(?:\.\/)?\w[\w-]*\//.test(path)) return true;
  if (dataDirectory !== '') return path.startsWith(`${dataDirectory.replace(/\/+$/, '')}/`);
  return usualDataDirectory.test(path);
}
