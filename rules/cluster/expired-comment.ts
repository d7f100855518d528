import { defineRule, type SourceFile } from '../../src/rule-kit/rule.js';

/** Words that say that a line is meant for a time, with the day behind them. */
const expiry =
  /\b(?:expires?|until|valid until|remove(?: (?:on|after|by))?|temporary until|todo remove(?: (?:on|after|by))?)\b[:\s]*(\d{4}-\d{2}-\d{2})\b/i;

export default defineRule({
  id: 'cluster/expired-comment',
  meta: {
    type: 'suggestion',
    summary: 'Report comments whose day has passed: expires: 2026-01-31',
    category: 'maintainability',
    presets: ['strict'],
    options: {
      today: {
        type: 'string',
        default: '',
        description: 'The day to compare with, as 2026-01-31; the day of the run where it is left out.',
      },
    },
    messages: {
      expired: {
        headline: 'This was meant to last until {day}',
        help: 'Remove what it is about, or give it a new day.',
      },
    },
  },
  create(context) {
    const { cluster, options, report } = context;
    return {
      Cluster() {
        for (const file of cluster.files) check(file);
      },
    };

    function check(file: SourceFile): void {
      for (const { start, end } of file.tree.comments) {
        const text = file.text.slice(start, end);
        const day = expiry.exec(text)?.[1];
        // A suppression that expires is the linter's own business.
        if (day === undefined || /pgconflint/.test(text)) continue;
        if (day >= (options.today || context.today)) continue;
        report({ messageId: 'expired', data: { day }, at: { file, start, end } });
      }
    }
  },
});
