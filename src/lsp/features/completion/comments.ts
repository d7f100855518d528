import { CompletionItemKind } from 'vscode-languageserver/node';
import type { Cluster } from '../../../cluster/types.js';
import { ruleUrl } from '../../../linter/pages.js';
import type { Comment, FileKind, Span } from '../../../syntax/nodes.js';
import type { FileView, Workspace } from '../../workspace/workspace.js';
import { suggestNames } from './setting-names.js';
import { type Suggestion, wordAt } from './suggestion.js';

const directives = {
  'pgconflint-disable-next-line': 'Switches rules off for the next line.',
  'pgconflint-disable-line': 'Switches rules off for this line.',
  'pgconflint-disable': 'Switches rules off from here on.',
  'pgconflint-enable': 'Ends what pgconflint-disable began.',
  'pgconflint-disable-file': 'Switches rules off for the whole file.',
} as const;

/** The comment that an offset stands in, if any. */
export function commentAround({ file }: FileView, offset: number): Comment | undefined {
  return file.tree.comments.find((comment) => comment.start < offset && offset <= comment.end);
}

/** Directives and rule ids inside a comment. */
export function suggestInComment(
  { file, document, cluster }: FileView,
  comment: Comment,
  offset: number,
  { rules, problemsOf }: Pick<Workspace, 'rules' | 'problemsOf'>,
): Suggestion[] {
  const { text } = file;
  const before = text.slice(comment.start, offset);
  if (/^#+\s*(?:p[\w-]*)?$/.test(before)) {
    const replace = wordAt(text, offset, (character) => /[\w-]/.test(character));
    const settings = commentedSettings(file.kind, before, cluster, replace);
    const words = Object.entries(directives).map(([label, documentation]) => ({
      label,
      replace,
      documentation,
      kind: CompletionItemKind.Keyword,
    }));
    return [...words, ...settings];
  }
  if (/^#[a-z_]+$/i.test(before)) {
    return commentedSettings(
      file.kind,
      before,
      cluster,
      wordAt(text, offset, (character) => /[\w.]/.test(character)),
    );
  }
  const list = /^#+\s*pgconflint-(?:disable(?:-next-line|-line|-file)?|enable)\s+([^\n]*)$/.exec(before)?.[1];
  if (list === undefined || /(?:^|\s)--(?:\s|$)/.test(list)) return [];
  const replace = wordAt(text, offset, (character) => /[^\s,]/.test(character));
  const found = new Set(problemsOf(document.path).map((problem) => problem.ruleId));
  return rules.map((rule) => ({
    label: rule.id,
    replace,
    detail: rule.meta.category,
    documentation: `${rule.meta.summary}.\n\n[Its page](${ruleUrl(rule)})`,
    kind: CompletionItemKind.Value,
    // What this file is reported for is most likely to be switched off.
    rank: found.has(rule.id) ? 0 : 1,
  }));
}

/** Parameters behind a lone `#`, as samples write their defaults. */
function commentedSettings(kind: FileKind, before: string, cluster: Cluster, replace: Span): Suggestion[] {
  return kind === 'conf' && /^#[a-z_]+$/i.test(before) ? suggestNames(cluster, replace, before.slice(1), false) : [];
}
