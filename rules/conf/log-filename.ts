import { defineRule } from '../../src/rule-kit/rule.js';
import { reportSetting, textInForce, valueInForce } from '../../src/rule-kit/settings/settings.js';
import { quoteValue } from '../../src/rule-kit/values/quote.js';

/** What the server's own strftime makes of an escape, where that has slashes or spaces in it (src/timezone/strftime.c). */
const slashes: Readonly<Record<string, string>> = { D: '11/27/26', x: '11/27/26' };
const spaces: Readonly<Record<string, string>> = {
  c: 'Fri Nov 27 22:34:51 2026',
  r: '10:34:51 PM',
  '+': 'Fri Nov 27 22:34:51 UTC 2026',
  n: 'a line feed',
  t: 'a tab',
};

export default defineRule({
  id: 'conf/log-filename',
  meta: {
    type: 'problem',
    summary: 'Report names of log files in which a slash names a folder that nobody makes, or an escape brings spaces',
    category: 'correctness',
    presets: [
      { preset: 'correctness', options: { spaces: false } },
      { preset: 'recommended', options: { spaces: true } },
    ],
    options: {
      spaces: {
        type: 'boolean',
        default: true,
        description: 'Report also escapes that bring spaces into the name, with which the server starts.',
      },
    },
    suggestions: true,
    blocks: { path: 'start', expands: 'start' },
    messages: {
      path: {
        headline: 'log_filename is a path, and names only a file',
        why: 'It is below log_directory: with {value} the server opens {opened}, and does not start.',
        help: 'Write log_directory = {folder} and log_filename = {file}.',
      },
      expands: {
        headline: '{escape} in log_filename writes slashes',
        why: 'It is a folder to the server ({example}), which does not start.',
        help: 'Write %Y-%m-%d.',
      },
      minute: {
        headline: '{escape} of log_filename is {is}',
        why: 'It stands where {meant} belongs: files of different days and hours get one name, or names that tell the wrong time.',
        help: 'Write {right}.',
      },
      spaces: {
        headline: '{escape} of log_filename becomes {example}',
        why: 'No file name should have that.',
        help: 'Write %Y-%m-%d_%H%M%S.',
      },
    },
  },
  create(context) {
    return {
      Cluster(cluster) {
        const value = textInForce(cluster, 'log_filename');
        if (value === undefined || valueInForce(cluster, 'logging_collector') !== true) return;
        const escapes = [...value.matchAll(/%[EO]?(.)/gs)].map(([written, letter]) => ({ written, letter: letter! }));
        const dated = escapes.find(({ letter }) => letter in slashes);
        if (dated !== undefined) {
          const data = { escape: dated.written, example: slashes[dated.letter]! };
          reportSetting(context, 'log_filename', { messageId: 'expands', data });
          return;
        }
        const slash = value.lastIndexOf('/');
        if (slash !== -1) {
          const folder = textInForce(cluster, 'log_directory') ?? 'log';
          const own = value.slice(0, slash) || '/';
          const data = {
            value,
            opened: `${folder}/${value}`,
            folder: own.startsWith('/') ? own : `${folder}/${own}`,
            file: value.slice(slash + 1),
          };
          reportSetting(context, 'log_filename', { messageId: 'path', data });
          return;
        }
        const slip = slipOf(value);
        if (slip !== undefined) {
          const right = { value: quoteValue(slip.right), as: 'suggestion' as const };
          reportSetting(context, 'log_filename', { messageId: 'minute', data: slip, right });
          return;
        }
        const spaced = context.options['spaces'] ? escapes.find(({ letter }) => letter in spaces) : undefined;
        if (spaced === undefined) return;
        const data = { escape: spaced.written, example: spaces[spaced.letter]! };
        reportSetting(context, 'log_filename', { messageId: 'spaces', data });
      },
    };
  },
});

/** The month and the minute in each other's place, which only letter case keeps apart. */
function slipOf(value: string): Record<'escape' | 'is' | 'meant' | 'right', string> | undefined {
  if (/%Y\W?%M\W?%d/.test(value)) {
    return { escape: '%M', is: 'the minute', meant: 'the month', right: value.replace(/(%Y\W?)%M/, '$1%m') };
  }
  if (!/%H\W?%m/.test(value)) return undefined;
  return { escape: '%m', is: 'the month', meant: 'the minute', right: value.replace(/(%H\W?)%m/, '$1%M') };
}
