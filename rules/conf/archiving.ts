import { cis, cisBenchmarks } from '../../src/rule-kit/controls.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { reportSetting, textInForce } from '../../src/rule-kit/settings/settings.js';

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
      off: 'WAL is not archived (archive_mode = off): after a loss only the last base backup comes back. Set archive_mode = on with an archive_command or an archive_library.',
      nothing:
        'Archiving is on and nothing archives: archive_command is empty{library}. WAL piles up until the disk is full.',
      pretends:
        'The archive_command {command} succeeds without copying anything: WAL is removed as if it were archived, and the archive stays empty.',
      incomplete:
        'The archive_command lacks {missing}: it cannot know {what}. Write for instance ‘test ! -f /archive/%f && cp %p /archive/%f’.',
      overwrites:
        'The archive_command overwrites files that are there already: a second cluster that archives to the same folder, or an old timeline, destroys them. Test first, as in ‘test ! -f /archive/%f && cp %p /archive/%f’.',
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
        const said = judgeCommand(command);
        if (said === undefined) return;
        if (said.messageId === 'nothing') {
          const data = { library: library === undefined ? '' : ', and so is archive_library' };
          reportSetting(context, 'archive_mode', { messageId: 'nothing', data });
        } else reportSetting(context, 'archive_command', said);
      },
    };
  },
});

function judgeCommand(command: string): { messageId: string; data?: Record<string, string> } | undefined {
  const text = command.trim();
  if (text === '') return { messageId: 'nothing' };
  if (/^(?:\/(?:usr\/)?bin\/true|true|:|exit 0|cd \.|\/bin\/echo.*|echo .*)$/.test(text)) {
    return { messageId: 'pretends', data: { command: text } };
  }
  if (!/%p/.test(text) && !/%f/.test(text)) return undefined;
  if (!/%p/.test(text)) {
    return { messageId: 'incomplete', data: { missing: '%p', what: 'which file to copy' } };
  }
  if (/^cp\s+(?!.*-[a-z]*[in]|.*--no-clobber)/.test(text)) return { messageId: 'overwrites' };
  return undefined;
}
