import { defineSettingRule, type SettingVerdict } from '../../src/rule-kit/settings/setting-rule.js';

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
      missing:
        'restore_command does not hold {missing}, so it cannot know {what}: recovery gets the wrong file, or none. Write it like cp /archive/%f "%p".',
      escape: '{escape} means nothing in {name}; {effect}. Write %% for a percent sign.',
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
    if (name !== 'restore_command' || text.trim() === '' || /^(?:\S*\/)?(?:true|false|exit \d+)$/.test(text.trim()))
      return undefined;
    if (!found.includes('f')) return { messageId: 'missing', data: { missing: '%f', what: 'which file is wanted' } };
    return found.includes('p') ? undefined : { messageId: 'missing', data: { missing: '%p', what: 'where to put it' } };
  },
});
