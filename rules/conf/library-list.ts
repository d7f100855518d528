import { isKnownLibrary, libraries, libraryNames } from '../../src/rule-kit/catalog/libraries.js';
import { nearestOf } from '../../src/rule-kit/catalog/nearest-words.js';
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
    yieldsTo: [{ rule: 'conf/cannot-start', by: 'setting', messages: ['syntax'] }],
    messages: {
      syntax: {
        headline: '{name} has an empty element or a stray quote',
        why: 'The server only logs it and loads none of the libraries.',
        help: 'Write one comma between two names and none at the ends{right}.',
      },
      empty: {
        headline: '{name} has a library without a name ("")',
        why: 'Then {consequence}.',
        help: "Write '' for no library.",
      },
      joined: {
        headline: 'Double quotes make one name of {list}',
        why: 'So {consequence}.',
        help: 'Remove the quotes.',
      },
      blank: {
        headline: 'A space does not separate the names of libraries',
        why: '{list} is one name to the server, and {consequence}.',
        help: 'Write {right}.',
      },
      sign: {
        headline: 'The sign between two libraries is a comma',
        why: 'Nothing stands around the list. {list} is one name to the server, and {consequence}.',
        help: 'Write {right}.',
      },
      slip: {
        headline: 'No known library is called {list}',
        why: 'Unless there is one, {consequence}.',
        help: 'Did you mean {right}?',
      },
      word: {
        headline: '{name} has no word for no library',
        why: '{list} names one, and {consequence}.',
        help: "Write ''.",
      },
      plugins: {
        headline: '{list} is not in the folder $libdir/plugins',
        why: 'local_preload_libraries loads from there alone: unless somebody has put it there, every login fails.',
        help: 'Name it in session_preload_libraries.',
      },
      sharedOnly: {
        headline: '{list} works from shared_preload_libraries only',
        why: 'Here {effect}.',
        help: 'Name it there.',
      },
      letterCase: {
        headline: '{list} is not {right}: letter case counts',
        why: 'So {consequence}.',
        help: 'Write {right}.',
      },
    },
    fix: 'safe',
    suggestions: true,
  },
  create({ cluster, report }) {
    return {
      Cluster() {
        for (const entry of libraryEntries(cluster)) check(cluster, entry, report);
        const { entry, value = '' } = cluster.configuration.get('archive_library');
        const right = meantLibrary(value);
        if (entry === undefined || right === undefined) return;
        report({
          messageId: 'slip',
          data: { list: value, right, consequence: 'nothing is archived, and WAL piles up' },
          at: valuePlace(entry),
          suggestions: [{ title: `Write ${quoteValue(right)}`, edits: replaceValue(entry, right, true) }],
        });
      },
    };
  },
});

function check(cluster: Cluster, entry: ConfEntry, report: (report: Report) => void): void {
  const name = entry.parameter?.name ?? entry.name;
  const consequence =
    name === 'shared_preload_libraries' ? 'the server does not start' : 'every login that loads it fails';
  const at = valuePlace(entry);
  const blocks = name === 'shared_preload_libraries' ? 'start' : undefined;
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
      parts: [name],
      data: { name, right: list.length === 0 ? '' : `: ${list.join(', ')}` },
      at,
      ...suggest(list),
    });
    return;
  }
  const names = elements.map((element) => element.name);
  if (names.length === 1 && names[0]!.trim() === '') {
    const fix = canEdit ? { ...change([]), safety: 'safe' as const, changes: [name] } : undefined;
    report({ messageId: 'empty', data: { name, consequence }, at, blocks, fix });
    return;
  }
  names.forEach((each, index) => {
    const replaced = (parts: string[]) => [...names.slice(0, index), ...parts, ...names.slice(index + 1)];
    const parts = each.split(/[\s,]+/).filter((part) => part !== '');
    if (parts.length > 1 && elements[index]!.quoted && each.includes(',')) {
      report({ messageId: 'joined', data: { list: each, consequence }, at, blocks, ...suggest(replaced(parts)) });
      return;
    }
    // A folder may have blanks in its name; a row of plain names is meant as a list.
    if (parts.length > 1 && parts.every((part) => /^[\w.-]+$/.test(part))) {
      report({
        messageId: 'blank',
        data: { list: each, right: parts.join(', '), consequence },
        at,
        blocks,
        ...suggest(replaced(parts)),
      });
      return;
    }
    if (name === 'local_preload_libraries' && !each.includes('/') && libraries.get(each)?.shipped) {
      report({ messageId: 'plugins', data: { list: each }, at });
      return;
    }
    const effect = name === 'session_preload_libraries' ? sharedOnly[each] : undefined;
    if (effect !== undefined) {
      report({ messageId: 'sharedOnly', data: { list: each, effect }, at });
      return;
    }
    if (/^(?:none|off|false|no|null|default|disabled?)$/i.test(each) && names.length === 1) {
      report({ messageId: 'word', data: { name, list: each, consequence }, at, blocks, ...suggest([]) });
      return;
    }
    const plain = /[;|+[\](){}]|^\w+(?::\w+)+$/.test(each) ? each.split(signs).filter((part) => part !== '') : [];
    if (plain.length > 0 && plain.every((part) => /^[\w$/.-]+$/.test(part))) {
      const right = plain.join(', ');
      report({ messageId: 'sign', data: { list: each, right, consequence }, at, blocks, ...suggest(replaced(plain)) });
      return;
    }
    const meant = meantLibrary(libraryName(each));
    if (meant !== undefined && !each.includes('/')) {
      report({
        messageId: 'slip',
        data: { list: each, right: meant, consequence },
        at,
        blocks,
        ...suggest(replaced([meant])),
      });
      return;
    }
    const right = libraryName(each).toLowerCase();
    if (each.includes('/') || libraries.has(libraryName(each)) || !libraries.has(right)) return;
    report({
      messageId: 'letterCase',
      data: { list: each, right, consequence },
      at,
      blocks,
      ...suggest(replaced([right])),
    });
  });
}

/** What other programs put between the members of a list, or around it. */
const signs = /[\s;:|+[\](){}]+/;

/** Libraries by what people call them, where that is not one slip away from their name. */
const calledOtherwise: Readonly<Record<string, string>> = {
  timescale: 'timescaledb',
  cron: 'pg_cron',
  pg_statements: 'pg_stat_statements',
  pg_stats_statements: 'pg_stat_statements',
  pg_partman: 'pg_partman_bgw',
  audit: 'pgaudit',
};

/** The library that a name was probably meant to be; undefined for those that are known, and for others that are like none. */
function meantLibrary(name: string): string | undefined {
  const lower = name.toLowerCase();
  if (isKnownLibrary(lower)) return undefined;
  const [nearest, other] = nearestOf(lower, libraryNames());
  return calledOtherwise[lower] ?? (other === undefined ? nearest : undefined);
}

/** Libraries that are of use only when the server itself loads them, and what they do in a session (their _PG_init). */
const sharedOnly: Readonly<Record<string, string>> = {
  pg_stat_statements: 'it counts nothing',
  pg_prewarm: 'it warms nothing',
  pgaudit: 'every login that loads it fails',
  pg_cron: 'every login that loads it fails',
};
