import { replaceValue } from '../../src/rule-kit/edits/settings.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { valuePlace } from '../../src/rule-kit/settings/setting-places.js';
import { splitParameter } from '../../src/rule-kit/values/parameters.js';
import { quoteValue, writeElement } from '../../src/rule-kit/values/quote.js';

/** Lists of names, what their elements are, and what becomes of a name that nobody has. */
const ofNames: Readonly<Record<string, { thing: string; effect: string }>> = {
  search_path: { thing: 'schema', effect: 'no schema is called so, and the server searches none of them' },
  temp_tablespaces: {
    thing: 'tablespace',
    effect: 'no tablespace is called so, and temporary files go to the default',
  },
  oauth_validator_libraries: { thing: 'library', effect: 'no library is called so, and no login with oauth works' },
};

/** Lists of folders with colons between them (dfmgr.c, extension.c), and the macro that they begin with. */
const ofFolders: Readonly<Record<string, string>> = {
  dynamic_library_path: '$libdir',
  extension_control_path: '$system',
};

export default defineRule({
  id: 'conf/list-sign',
  meta: {
    type: 'problem',
    summary: 'Report lists whose elements have another sign between them than the server takes',
    category: 'correctness',
    presets: ['correctness'],
    messages: {
      comma: {
        headline: 'The sign between two elements of {name} is a comma',
        why: '{written} is one {thing} to the server: {effect}.',
        help: 'Write {right}.',
      },
      quotes: {
        headline: 'Double quotes make one name of a list in {name}',
        why: '{written} is one {thing} to the server: {effect}.',
        help: 'Write {right}.',
      },
      colon: {
        headline: 'A colon separates the folders of {name}',
        why: '{written} is one folder to the server.',
        help: 'Write {right}.',
      },
      single: {
        headline: '{written} is not the name of a tablespace',
        why: '{name} names one. The server passes over it silently, and tables go to the default of their database.',
        help: 'Write the name of a tablespace, and for several use temp_tablespaces.',
      },
      folder: {
        headline: '{written} is a folder and not a tablespace',
        why: '{name} takes names. The server passes over it silently, and temporary files go to the default of their database.',
        help: 'Write the name that the tablespace has in pg_tablespace.',
      },
    },
    suggestions: true,
  },
  create({ cluster, report, target }) {
    return {
      ConfEntry(entry) {
        const { parameter, value, overriddenBy, file } = entry;
        if (parameter === undefined || overriddenBy !== undefined) return;
        const said = judge(parameter.name, value, target);
        if (said === undefined) return;
        const { messageId, written, list } = said;
        const right = list === undefined ? '' : quoteValue(list);
        const { thing, effect } = ofNames[parameter.name] ?? { thing: '', effect: '' };
        report({
          messageId,
          parts: [parameter.name],
          data: { name: parameter.name, written, thing, effect, right },
          at: valuePlace(entry),
          suggestions:
            list === undefined || file === cluster.configuration.auto
              ? []
              : [{ title: `Write ${right}`, edits: replaceValue(entry, list, true) }],
        });
      },
    };
  },
});

interface Said {
  messageId: 'comma' | 'quotes' | 'colon' | 'single' | 'folder';
  written: string;
  /** The list as it was meant. */
  list?: string;
}

function judge(name: string, value: string, target: Parameters<typeof splitParameter>[2]): Said | undefined {
  const macro = ofFolders[name];
  if (macro !== undefined) return judgeFolders(value, macro);
  if (name === 'default_tablespace' && /^[^"]*[/,;]/.test(value)) return { messageId: 'single', written: value };
  if (name === 'temp_tablespaces' && /^\s*\//.test(value)) return { messageId: 'folder', written: value };
  if (ofNames[name] === undefined) return undefined;
  const elements = splitParameter(name, value, target);
  if (elements === undefined) return undefined;
  for (const element of elements) {
    const isJoined = element.includes(',');
    const parts = element.split(isJoined ? /[\s,]+/ : signs).filter((part) => part !== '');
    const isName = parts.length === 1 && parts[0] === element;
    if (isName || parts.length === 0 || !parts.every(isPlain)) continue;
    const list = elements.flatMap(meantBy).map(write).join(', ');
    return { messageId: isJoined ? 'quotes' : 'comma', written: element, list };
  }
  return undefined;
}

/** What other programs put between the members of a list, or around it. */
const signs = /[\s;:|+[\](){}]+/;

/** The names that an element was meant to be, whatever stands around and between them. */
function meantBy(element: string): string[] {
  const parts = element.split(element.includes(',') ? /[\s,]+/ : signs).filter((part) => part !== '');
  return parts.every(isPlain) ? parts : [element];
}

function isPlain(part: string): boolean {
  return /^(?:\$user|\w+)$/i.test(part);
}

function write(name: string): string {
  return /^\$user$/i.test(name) ? '"$user"' : writeElement(name, true);
}

function judgeFolders(value: string, macro: string): Said | undefined {
  if (!/[;,\s]/.test(value)) return undefined;
  const parts = value.split(/\s*[;,]\s*|\s+/);
  const isFolder = (part: string) => part === macro || part.startsWith(`${macro}/`) || /^\/[\w./-]*$/.test(part);
  // Windows has semicolons there, and drives in front.
  if (parts.length < 2 || !parts.every(isFolder)) return undefined;
  return { messageId: 'colon', written: value, list: parts.join(':') };
}
