import { replaceValue } from '../../src/rule-kit/edits/settings.js';
import { type ConfEntry, defineRule } from '../../src/rule-kit/rule.js';
import { valuePlace } from '../../src/rule-kit/settings/setting-places.js';
import { quoteValue } from '../../src/rule-kit/values/quote.js';

/** The escapes that make another character of what follows the backslash (DeescapeQuotedString of guc-file.l). */
const controls: Readonly<Record<string, string>> = {
  b: 'a backspace',
  f: 'a form feed',
  n: 'a line feed',
  r: 'a carriage return',
  t: 'a tab',
};

export default defineRule({
  id: 'conf/lost-backslash',
  meta: {
    type: 'problem',
    summary: 'Report single backslashes in quoted values, which the server takes away',
    category: 'correctness',
    presets: ['correctness'],
    messages: {
      dropped: {
        headline: '{name} loses the backslash of {written} in quotes',
        why: 'The server reads {read}.',
        help: 'Write two backslashes for one.',
      },
      control: {
        headline: '{written} in quotes is {character}',
        why: 'The server reads {read} for {name}.',
        help: 'Write two backslashes for one.',
      },
    },
    suggestions: true,
  },
  create({ cluster, report }) {
    return {
      ConfEntry(entry) {
        const { node, file, parameter } = entry;
        if (node.value.class !== 'STRING' || parameter?.type !== 'string') return;
        const body = file.text.slice(node.value.start + 1, node.value.end - 1);
        if (!body.includes('\\')) return;
        const lost = lostBackslash(body, parameter.name);
        if (lost === undefined) return;
        const character = controls[lost[1]!] ?? (/\d/.test(lost[1]!) ? 'the character of an octal number' : undefined);
        const meant = literal(body);
        report({
          messageId: character === undefined ? 'dropped' : 'control',
          data: { name: parameter.name, written: lost, read: shown(entry.value), character: character ?? '' },
          at: valuePlace(entry),
          suggestions: file === cluster.configuration.auto ? [] : suggestionsFor(entry, meant, parameter.name),
        });
      },
    };
  },
});

const isCommand = (name: string) => /_command$/.test(name);

function suggestionsFor(entry: ConfEntry, meant: string, name: string) {
  const write = (value: string) => ({ title: `Write ${quoteValue(value)}`, edits: replaceValue(entry, value, true) });
  // Windows takes slashes in paths; its commands take them for options.
  const slashes = /^[A-Za-z]:\\/.test(meant) && !isCommand(name) ? [write(meant.replaceAll('\\', '/'))] : [];
  return [...slashes, write(meant)];
}

/** The first escape that cannot be meant as what it is, as it is written. */
function lostBackslash(body: string, name: string): string | undefined {
  const escapes = [...body.matchAll(/''|\\[0-7]{1,3}|\\[\s\S]/g)].map(([written]) => written);
  const single = escapes.filter((written) => written !== "''" && written !== '\\\\' && written !== "\\'");
  // A drive and one backslash: a path of Windows, of which every backslash counts.
  const isWindows = /(?:^|[\s"'=;,(])[A-Za-z]:\\(?!\\)/.test(body);
  const isPath = /(?:_directory|_directories|_file|_path|_dir)$/.test(name);
  return single.find((written) => {
    const next = written.charAt(1);
    if (isWindows) return true;
    if (next in controls) return isPath || (isCommand(name) && (next === 'b' || next === 'f'));
    if (/[0-7]/.test(next)) return isPath;
    // What is left without the backslash is what was to be had, where no shell reads it again.
    if (next === '"' || next === '%' || next === '`') return false;
    return next !== ' ' || isCommand(name);
  });
}

/** The value with every single backslash kept, as its writer saw it. */
function literal(body: string): string {
  return body.replaceAll("''", "'").replaceAll("\\'", "'").replaceAll('\\\\', '\\');
}

/** A value whose control characters can be seen. */
function shown(value: string): string {
  const names: Readonly<Record<string, string>> = {
    '\b': '<BS>',
    '\f': '<FF>',
    '\n': '<LF>',
    '\r': '<CR>',
    '\t': '<TAB>',
  };
  return value.replace(/[\b\f\n\r\t]/g, (character) => names[character]!);
}
