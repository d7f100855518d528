import { relativePath, toCorePath } from '../../../files/paths.js';
import { kindByName } from '../../../formats/recognize.js';
import type { Configuration } from '../../../linter/configuration/configuration.js';
import type { LintResult } from '../../../linter/engine/lint.js';
import { saysUnread } from '../../../project/cannot-read.js';
import type { Terminal } from '../../command.js';
import type { LintOptions } from './options.js';

/** `--kind` is for files whose names tell nothing; of the others a person may think that it counts. */
export function kindsNotUsed({ kind, paths }: LintOptions): string[] {
  if (kind === undefined) return [];
  return paths.flatMap((path) => {
    const own = kindByName(toCorePath(path));
    if (own === undefined || own === kind) return [];
    return [`${path} is read as ${own}, as its name says; --kind ${kind} is for files whose names say nothing.`];
  });
}

/** What the clusters name and nobody could judge: a verdict on the rest alone would pass for a verdict on all. */
export function whatWasNotRead({ files, unread }: LintResult, { cwd }: Terminal): string[] {
  const name = (path: string) => relativePath(path, toCorePath(cwd));
  return [
    ...unread.filter(({ reason }) => reason !== 'outside').map((failure) => saysUnread(failure, name(failure.path))),
    ...files.flatMap(({ path, notText }) => (notText === undefined ? [] : [`${name(path)}: ${notText}`])),
  ];
}

/** What files draw in from outside: nobody asked for it, but what it holds counts on the server. */
export function whatStandsOutside({ unread }: LintResult, { cwd }: Terminal): string[] {
  return unread
    .filter(({ reason }) => reason === 'outside')
    .map(({ path }) => {
      const name = relativePath(path, toCorePath(cwd));
      return `${name} is not read: it stands outside the workspace. What it holds is not known; --follow-outside reads it.`;
    });
}

/** A run that judged nothing is no verdict: it says so. */
export const nothingWasChecked =
  'Nothing was checked: of what was named, no file is both PostgreSQL’s and not left out.';
export const noRuleIsOn =
  'No rule is on for any of the files, so nothing was judged. Name a preset, or leave the files out with ignores; pgconflint config PATH shows what holds.';

/** What a run lacks that judged nothing: files, or rules for those that there are. */
export function whatWasNotJudged({ files }: LintResult, configuration: Configuration): 'files' | 'rules' | undefined {
  const wanted = files.filter(({ path }) => !configuration.isIgnored(path));
  if (wanted.length === 0) return 'files';
  const isOn = ({ path }: { path: string }) =>
    [...configuration.resolve(path).rules.values()].some(({ severity }) => severity !== 'off');
  return wanted.some(isOn) ? undefined : 'rules';
}
