import { replaceText } from '../../src/rule-kit/edits/text.js';
import { defineRule, type SourceFile } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'cluster/white-space',
  meta: {
    type: 'layout',
    summary: 'Report spaces, tabs and carriage returns at the ends of lines, and files whose last line has no end',
    category: 'maintainability',
    presets: ['strict', 'style'],
    messages: {
      trailing: {
        headline: 'There are spaces at the end of a line',
        why: 'They show up in every diff.',
        help: 'Remove them.',
      },
      carriageReturns: {
        headline: '{count} of {lines} lines end with a carriage return',
        why: 'The server accepts them; shell scripts may not.',
        help: 'Write line feeds alone.',
      },
      finalNewline: {
        headline: 'The last line has no line end',
        why: 'What a script appends continues that line.',
        help: 'End it.',
      },
    },
    options: {
      carriageReturns: {
        type: 'boolean',
        default: true,
        description: 'Report lines that end with a carriage return and a line feed, as on Windows.',
      },
    },
    fix: 'safe',
  },
  create({ cluster, options, report }) {
    return {
      Cluster() {
        for (const file of cluster.files) if (file !== cluster.configuration.auto) check(file);
      },
    };

    function check(file: SourceFile): void {
      const { text } = file;
      for (const match of text.matchAll(/(?<![ \t])[ \t]+(?=\r?\n|$)/g)) {
        const start = match.index;
        // Without the blanks a backslash would join the next line to this one.
        if (text[start - 1] === '\\') continue;
        const end = start + match[0].length;
        const edits = replaceText({ file, start, end }, '');
        const at = { file, start, end };
        report({ messageId: 'trailing', at, fix: { title: 'Remove the spaces', safety: 'safe', edits } });
      }
      if (options.carriageReturns) checkCarriageReturns(file);
      if (text === '' || text.endsWith('\n')) return;
      const start = text.lastIndexOf('\n') + 1;
      const lineEnd = text.includes('\r\n') && !options.carriageReturns ? '\r\n' : '\n';
      const edits = replaceText({ file, start: text.length, end: text.length }, lineEnd);
      const at = { file, start, end: text.length };
      // A backslash would join a line that is appended to this one, with or without the line end.
      const fix = text.endsWith('\\') ? undefined : { title: 'End the line', safety: 'safe' as const, edits };
      report({ messageId: 'finalNewline', at, fix });
    }

    /** One finding a file: they nearly always come all together. */
    function checkCarriageReturns(file: SourceFile): void {
      const { text } = file;
      const ends = [...text.matchAll(/\r\n/g)];
      const first = ends[0];
      if (first === undefined) return;
      report({
        messageId: 'carriageReturns',
        data: { count: ends.length, lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0) },
        at: { file, start: first.index, end: first.index + 2 },
        fix: {
          title: 'Use line feeds alone',
          safety: 'safe',
          edits: ends.flatMap(({ index }) => replaceText({ file, start: index, end: index + 1 }, '')),
        },
      });
    }
  },
});
