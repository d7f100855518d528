import { baseNameOf, folderOf } from '../../src/rule-kit/cluster/paths.js';
import { type ConfEntry, type ConfFile, defineRule } from '../../src/rule-kit/rule.js';
import { namePlace } from '../../src/rule-kit/settings/setting-places.js';

export default defineRule({
  id: 'conf/include-order',
  meta: {
    type: 'problem',
    summary:
      'Report includes whose settings the including file replaces, and files that are read in another order than their numbers',
    category: 'correctness',
    severity: 'warning',
    presets: ['recommended'],
    messages: {
      replaced: {
        headline: '{file} replaces what its own include brings',
        why: '{name} from {included} ({lost}) loses to line {line} ({winner}){more}.',
        help: 'Put the include below, at the end of {file}.',
      },
      numbers: {
        headline: '{later} is read before {earlier}',
        why: 'Names are compared letter by letter, so it loses to it ({name}).',
        help: 'Give all numbers the same width: {right}.',
      },
    },
  },
  create({ cluster, report }) {
    const replaced = new Map<string, ConfEntry[]>();
    return {
      ConfEntry(entry) {
        const winner = entry.overriddenBy;
        if (winner === undefined || winner.file === entry.file || winner.file === cluster.configuration.auto) return;
        if (winner.value === entry.value) return;
        const key = `${winner.file.path}\n${entry.file.path}`;
        replaced.set(key, [...(replaced.get(key) ?? []), entry]);
      },
      end() {
        for (const entries of replaced.values()) {
          const [first] = entries;
          if (first === undefined) continue;
          if (includes(first.overriddenBy!.file, first.file)) sayReplaced(entries);
          else sayNumbers(first);
        }
      },
    };

    function sayReplaced(entries: ConfEntry[]): void {
      const first = entries[0]!;
      const winner = first.overriddenBy!;
      report({
        messageId: 'replaced',
        data: {
          file: baseNameOf(winner.file.path),
          included: baseNameOf(first.file.path),
          name: winner.name,
          lost: first.value,
          line: winner.line,
          winner: winner.value,
          more: entries.length === 1 ? '' : `, and ${entries.length - 1} more`,
        },
        at: namePlace(winner),
        related: entries.map((entry) => ({ at: namePlace(entry), message: 'this one loses' })),
      });
    }

    /** 9-x.conf comes behind 10-x.conf. */
    function sayNumbers(entry: ConfEntry): void {
      const winner = entry.overriddenBy!;
      if (folderOf(entry.file.path) !== folderOf(winner.file.path)) return;
      const [early, late] = [leadingNumber(winner.file.path), leadingNumber(entry.file.path)];
      if (early === undefined || late === undefined || Number(early) >= Number(late)) return;
      const name = baseNameOf(winner.file.path);
      report({
        messageId: 'numbers',
        data: {
          earlier: name,
          later: baseNameOf(entry.file.path),
          name: entry.name,
          right: `${early.padStart(late.length, '0')}${name.slice(early.length)}`,
        },
        at: namePlace(winner),
        related: [{ at: namePlace(entry), message: 'this one loses' }],
      });
    }
  },
});

/** Whether a file has an include through which another one may have come: any that names it or its folder. */
function includes(file: ConfFile, included: ConfFile): boolean {
  const names = [baseNameOf(included.path), baseNameOf(folderOf(included.path))];
  return file.tree.lines.some(
    (line) => line.type === 'ConfInclude' && names.includes(baseNameOf(line.value.value.replace(/\/+$/, ''))),
  );
}

function leadingNumber(path: string): string | undefined {
  return /^\d+/.exec(baseNameOf(path))?.[0];
}
