import { baseNameOf, folderOf } from '../../src/rule-kit/cluster/paths.js';
import { defineRule } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'conf/include-file-name',
  meta: {
    type: 'layout',
    summary: 'Require names with a number in front for the files of a conf.d folder',
    category: 'maintainability',
    presets: ['style'],
    options: {
      pattern: {
        type: 'string',
        default: '^\\d{2}-[a-z0-9_-]+\\.conf$',
        description: 'A regular expression that the names must match.',
      },
    },
    messages: {
      name: {
        headline: 'The name {file} does not show when it is read',
        why: 'Files are read by name; the last wins.',
        help: 'Call it 50-{file}.',
      },
      pattern: { headline: 'The name {file} does not match {pattern}', help: 'Call it as the pattern asks.' },
    },
  },
  create({ cluster, options, report }) {
    const expression = compile(options.pattern);
    if (expression === undefined) return {};
    const isStock = options.pattern === '^\\d{2}-[a-z0-9_-]+\\.conf$';
    return {
      Cluster({ configuration }) {
        const folders = new Set<string>();
        for (const { tree } of configuration.files) {
          for (const line of tree.lines) {
            if (line.type === 'ConfInclude' && line.directive === 'include_dir')
              folders.add(baseNameOf(line.value.value.replace(/\/+$/, '')));
          }
        }
        for (const file of configuration.files) {
          if (file === configuration.main || file === cluster.configuration.auto) continue;
          const name = baseNameOf(file.path);
          if (!folders.has(baseNameOf(folderOf(file.path))) || expression.test(name)) continue;
          const newline = file.text.search(/\r?\n/);
          report({
            messageId: isStock ? 'name' : 'pattern',
            data: { file: name, pattern: options.pattern },
            at: { file, start: 0, end: newline === -1 ? file.text.length : newline },
          });
        }
      },
    };
  },
});

/** An expression that does not compile fits nothing and everything: nothing is said then. */
function compile(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return undefined;
  }
}
