/** Applies fixes to files that are kept in memory, through the same code as the command line. */
import type { Major } from '../../../src/catalog/majors.js';
import { ClusterFinder } from '../../../src/cluster/find/find.js';
import { loadCluster } from '../../../src/cluster/load.js';
import { MemoryFileSystem } from '../../../src/files/memory-file-system.js';
import type { RuleSetting } from '../../../src/linter/configuration/config.js';
import { lint } from '../../../src/linter/engine/lint.js';
import { applyEdits, type FixLevel, fixAll } from '../../../src/linter/fixes.js';
import type { Edit, Problem } from '../../../src/linter/problem.js';
import type { Rule } from '../../../src/linter/rule.js';
import type { Files } from '../generators/conf-trees.js';

const folder = '/data';
/** A day for suppressions that expire; what is compared does not depend on the day. */
const today = '2026-01-01';

/** What is linted: files, for one major, with some rules. */
export interface Linted {
  files: Files;
  target: Major;
  rules: readonly Rule[];
  settings: ReadonlyMap<string, RuleSetting>;
}

/** Files after fixes, and what was applied. */
export interface Fixed {
  files: Files;
  /** The problems whose fixes were applied. */
  problems: Problem[];
  /** What stands against the promises that need no server: an endless loop, a second run with something to fix. */
  faults: string[];
}

/** Gives the problems of files. */
export function problemsOf({ files, target, rules, settings }: Linted): Problem[] {
  const entries = Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text] as const);
  const fileSystem = new MemoryFileSystem(Object.fromEntries(entries));
  const finder = new ClusterFinder(fileSystem, { workspace: [folder] });
  const sources = finder.find(entries.map(([path]) => path)).map(({ definition }) => ({
    path: definition.path,
    load: (major: Major) => loadCluster(definition, fileSystem, major, finder.readerOptions),
  }));
  const result = lint({ sources, rules, resolveConfig: () => ({ targets: [target], rules: settings }), today });
  return result.files.flatMap((file) => file.problems);
}

/** Applies all fixes of a level, pass after pass, and then once more, when there must be nothing left to do. */
export function fixFiles(linted: Linted, level: FixLevel): Fixed {
  const relint = (texts: ReadonlyMap<string, string>) => ({
    problems: problemsOf({ ...linted, files: { ...linted.files, ...named(texts) } }),
  });
  const read = (path: string) => linted.files[nameOf(path)] ?? '';
  const run = fixAll(relint, read, level);
  const files = { ...linted.files, ...named(run.texts) };
  const faults: string[] = [];
  if (run.loop !== undefined) faults.push(`the fixes of ${run.loop.join(' and ')} undo each other`);
  const again = fixAll(
    (texts) => ({ problems: problemsOf({ ...linted, files: { ...files, ...named(texts) } }) }),
    (path) => files[nameOf(path)] ?? '',
    level,
  );
  if (again.fixed.length > 0) faults.push(`a second run fixes ${again.fixed.map(({ ruleId }) => ruleId).join(', ')}`);
  return { files, problems: run.fixed, faults };
}

/** Applies one change to files. */
export function applyTo(files: Files, edits: readonly Edit[]): Files {
  const changed = { ...files };
  for (const [path, text] of Object.entries(files)) {
    const own = edits.filter((edit) => edit.file === `${folder}/${path}`);
    if (own.length > 0) changed[path] = applyEdits(text, own);
  }
  return changed;
}

function named(texts: ReadonlyMap<string, string>): Files {
  return Object.fromEntries([...texts].map(([path, text]) => [nameOf(path), text]));
}

function nameOf(path: string): string {
  return path.slice(folder.length + 1);
}
