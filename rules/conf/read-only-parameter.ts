import { removeSetting } from '../../src/rule-kit/edits/settings.js';
import { partsOfReading } from '../../src/rule-kit/reading-errors.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { namePlace } from '../../src/rule-kit/settings/setting-places.js';

export default defineRule({
  id: 'conf/read-only-parameter',
  meta: {
    type: 'problem',
    summary: 'Report parameters that only show something and that no file may set',
    category: 'correctness',
    presets: ['correctness'],
    blocks: { refused: 'start' },
    messages: { refused: { headline: '{headline}', why: '{why} The server does not start with it.', help: '{help}' } },
    fix: 'safe',
  },
  create({ cluster, report }) {
    return {
      ConfEntry(entry) {
        const reading = entry.reading;
        if (reading?.ok !== false || reading.code !== 'cannot-be-changed') return;
        const edits = removeSetting(cluster, entry);
        report({
          messageId: 'refused',
          data: partsOfReading(reading),
          at: namePlace(entry),
          fix: edits === undefined ? undefined : { title: 'Remove the line', safety: 'safe', edits },
        });
      },
    };
  },
});
