import { libraries } from '../../src/rule-kit/catalog/libraries.js';
import { replaceValue } from '../../src/rule-kit/edits/settings.js';
import { type Cluster, type ConfEntry, defineRule, type Report } from '../../src/rule-kit/rule.js';
import { libraryEntries } from '../../src/rule-kit/settings/libraries.js';
import { valuePlace } from '../../src/rule-kit/settings/setting-places.js';
import { libraryName } from '../../src/rule-kit/values/parameters.js';
import { quoteValue, writeList } from '../../src/rule-kit/values/quote.js';
import { splitFiles } from '../../src/rule-kit/values/split.js';

export default defineRule({
  id: 'conf/library-list',
  meta: {
    type: 'problem',
    summary: 'Report lists of libraries that a server takes and then cannot load',
    category: 'correctness',
    presets: ['correctness'],
    messages: {
      syntax:
        '{name} has an empty element or a stray quote: the server only logs it and loads none of the libraries. Write one comma between two names and none at the ends{right}.',
      empty: '{name} asks for a library without a name (""), and {consequence}. Write \'\' for no library.',
      joined:
        'The double quotes make one name of {list}: no library is called so, and {consequence}. Write the names without them.',
      blank: 'A space does not separate names: {list} is one name to the server, and {consequence}. Write {right}.',
      letterCase: 'File names keep their letter case: {list} is not {right}, and {consequence}. Write {right}.',
    },
    fix: 'safe',
    suggestions: true,
  },
  create({ cluster, report }) {
    return {
      Cluster() {
        for (const entry of libraryEntries(cluster)) check(cluster, entry, report);
      },
    };
  },
});

function check(cluster: Cluster, entry: ConfEntry, report: (report: Report) => void): void {
  const name = entry.parameter?.name ?? entry.name;
  const consequence =
    name === 'shared_preload_libraries' ? 'the server does not start' : 'every login that loads it fails';
  const at = valuePlace(entry);
  const change = (list: string[]) => {
    const value = writeList(list);
    return { title: `Write ${quoteValue(value)}`, edits: replaceValue(entry, value, true) };
  };
  const canEdit = entry.file !== cluster.configuration.auto;
  const suggest = (list: string[]): Pick<Report, 'suggestions'> =>
    canEdit && list.every((each) => /^[\w$/.-]+$/.test(each)) ? { suggestions: [change(list)] } : {};
  const elements = splitFiles(entry.value, cluster.target);
  if (elements === undefined) {
    const list = entry.value.split(/[,"]+/).flatMap((part) => part.trim() || []);
    report({
      messageId: 'syntax',
      data: { name, right: list.length === 0 ? '' : `: ${list.join(', ')}` },
      at,
      ...suggest(list),
    });
    return;
  }
  const names = elements.map((element) => element.name);
  if (names.length === 1 && names[0]!.trim() === '') {
    const fix = canEdit ? { ...change([]), safety: 'safe' as const, changes: [name] } : undefined;
    report({ messageId: 'empty', data: { name, consequence }, at, fix });
    return;
  }
  names.forEach((each, index) => {
    const replaced = (parts: string[]) => [...names.slice(0, index), ...parts, ...names.slice(index + 1)];
    const parts = each.split(/[\s,]+/).filter((part) => part !== '');
    if (parts.length > 1 && elements[index]!.quoted && each.includes(',')) {
      report({ messageId: 'joined', data: { list: each, consequence }, at, ...suggest(replaced(parts)) });
      return;
    }
    // A folder may have blanks in its name; a row of plain names is meant as a list.
    if (parts.length > 1 && parts.every((part) => /^[\w.-]+$/.test(part))) {
      report({
        messageId: 'blank',
        data: { list: each, right: parts.join(', '), consequence },
        at,
        ...suggest(replaced(parts)),
      });
      return;
    }
    const right = libraryName(each).toLowerCase();
    if (each.includes('/') || libraries.has(libraryName(each)) || !libraries.has(right)) return;
    report({ messageId: 'letterCase', data: { list: each, right, consequence }, at, ...suggest(replaced([right])) });
  });
}
