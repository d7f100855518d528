import { historyOf } from '../../src/rule-kit/catalog/history.js';
import { nearestNames } from '../../src/rule-kit/catalog/nearest-names.js';
import { findParameter } from '../../src/rule-kit/catalog/parameters.js';
import { foreignQuotesAround } from '../../src/rule-kit/edits/foreign-quotes.js';
import { replaceBrokenValue } from '../../src/rule-kit/edits/settings.js';
import { type ConfFile, type ConfSyntaxError, defineRule, type Major, type Report } from '../../src/rule-kit/rule.js';
import { quoteValue } from '../../src/rule-kit/values/quote.js';
import { readValue } from '../../src/rule-kit/values/read.js';

export default defineRule({
  id: 'conf/syntax-error',
  meta: {
    type: 'problem',
    summary: 'Report lines of postgresql.conf that a server cannot read',
    category: 'correctness',
    presets: ['correctness'],
    anyMajor: true,
    sameCause: 'neighbours',
    blocks: { name: 'start', prose: 'start', value: 'start', quotes: 'start', rest: 'start' },
    messages: {
      name: {
        headline: 'The line does not start with a parameter',
        why: 'It starts with {found}. The server does not start; a reload changes nothing.',
        help: '{advice}',
      },
      prose: {
        headline: '“{name}” is not a parameter',
        why: 'What follows is not a value. The server does not start; a reload changes nothing.',
        help: 'If it is a comment, put # before it.',
      },
      value: {
        headline: '{name} has no value that the server can read',
        why: 'It does not start; a reload changes nothing.',
        help: '{advice}',
      },
      quotes: {
        headline: 'The value of {name} has foreign quotes',
        why: 'It begins or ends with {characters}, {origin}. The server does not start; a reload changes nothing.',
        help: '{advice}',
      },
      rest: {
        headline: 'After the value of {name} there is {found}',
        why: 'The line must end there. The server does not start; a reload changes nothing.',
        help: '{advice}',
      },
    },
    fix: 'safe',
  },
  create({ cluster, report, target }) {
    return {
      Cluster({ configuration }) {
        for (const { file, node } of configuration.syntaxErrors) report(describe(file, node, target));
      },
    };
    function describe(file: ConfFile, node: ConfSyntaxError, major: Major): Report {
      const found = node.near === undefined ? 'nothing' : shorten(file.text.slice(node.near.start, node.near.end));
      const messageId = isProse(file.text, node, major)
        ? 'prose'
        : ({ name: 'name', value: 'value', 'end-of-line': 'rest' } as const)[node.expected];
      const written = writtenValue(file.text, node);
      const foreign = written === undefined ? undefined : foreignQuotesAround(written.text);
      const isAuto = file === cluster.configuration.auto;
      const value = foreign === undefined ? withoutDoubleQuotes(written?.text) : foreign.inner;
      const quoted = isAuto || written === undefined ? undefined : quotedValue(written, value, node, major);
      const at = { file, start: node.near?.start ?? node.start, end: node.near?.end ?? node.end };
      const text = quoted === undefined ? undefined : quoteValue(quoted.value);
      const data = { found, name: node.name?.value ?? '', advice: adviceFor(node, text) };
      if (foreign !== undefined) {
        const { characters, origin } = foreign;
        const place = { file, start: written!.start, end: written!.end };
        const report = { messageId: 'quotes', data: { ...data, characters, origin }, at: place };
        return quoted === undefined ? report : { ...report, fix: fixOf(file, quoted, node) };
      }
      if (quoted === undefined) return { messageId, data, at };
      return { messageId, data, at, fix: fixOf(file, quoted, node) };
    }
  },
});

function fixOf(file: ConfFile, { start, end, value }: Quoted, node: ConfSyntaxError): Report['fix'] {
  const edits = replaceBrokenValue({ file, start, end }, value);
  return { title: 'Put the value in quotes', safety: 'safe', ...changesOf(node), edits };
}

/** Words that no server knows, without an equals sign between them: a comment that lacks its #. */
function isProse(text: string, { expected, name, end }: ConfSyntaxError, target: Major): boolean {
  if (expected === 'name' || name === undefined || name.value.includes('.')) return false;
  if (/^(?:include(?:_if_exists|_dir)?)$/i.test(name.value) || /^\s*=/.test(text.slice(name.end, end))) return false;
  return historyOf(name.value) === undefined && nearestNames(name.value, target).length === 0;
}

function adviceFor({ expected, name, near }: ConfSyntaxError, quoted: string | undefined): string {
  if (quoted !== undefined && quoted.length <= 60) return `Write ${quoted}.`;
  if (quoted !== undefined) return 'Put the value in single quotes.';
  if (expected === 'name') return 'Remove the line, or put # before it.';
  if (expected === 'value' && near === undefined) return `Give it one, or put # before ${name?.value ?? 'it'}.`;
  return "Put a value that is more than a word or a number in single quotes: 'a value'. Double quotes do not count.";
}

/** A range of a file with its text. */
interface Written {
  start: number;
  end: number;
  text: string;
}

/** A range of a file with the value that is to be there. */
interface Quoted {
  start: number;
  end: number;
  value: string;
}

/** The rest of the line after the name and the equals sign. */
function writtenValue(text: string, node: ConfSyntaxError): Written | undefined {
  if (node.name === undefined || node.expected === 'name') return undefined;
  const start = node.value?.start ?? node.near?.start;
  return start === undefined ? undefined : { start, end: node.end, text: text.slice(start, node.end) };
}

function withoutDoubleQuotes(written: string | undefined): string | undefined {
  return written === undefined ? undefined : (/^"([^"]*)"$/.exec(written)?.[1] ?? written);
}

/**
 * The rest of the line in quotes, where that is certain to be what was meant: the target knows the parameter and takes
 * the value, and the rest looks like one value and not like a second setting or like text that is half quoted.
 */
function quotedValue(
  { start, end }: Written,
  value: string | undefined,
  node: ConfSyntaxError,
  target: Major,
): Quoted | undefined {
  if (value === undefined || node.name === undefined) return undefined;
  if (/['\\]/.test(value) || (/\s/.test(value) && value.includes('='))) return undefined;
  if ((value.split('"').length - 1) % 2 === 1) return undefined;
  const isInclude = /^include(?:_if_exists|_dir)?$/i.test(node.name.value);
  const parameter = findParameter(node.name.value, target);
  if (!isInclude && (parameter === undefined || readValue(parameter, value, target).ok === false)) return undefined;
  return { start, end, value };
}

/** The parameter that the line is to set; an include changes whatever its file sets, but nothing that was in force. */
function changesOf({ name }: ConfSyntaxError): { changes?: string[] } {
  return name === undefined ? {} : { changes: [name.value.toLowerCase()] };
}

function shorten(text: string): string {
  return text.length <= 30 ? `“${text}”` : `“${text.slice(0, 29)}…”`;
}
