import { type CompletionItem, InsertTextFormat } from 'vscode-languageserver/node';
import { defaultMajor, isMajor } from '../../../catalog/majors.js';
import { extensionParameter, findParameter } from '../../../catalog/parameters.js';
import { parameterText } from '../../../values/parameter-text.js';
import type { Client } from '../../protocol/client.js';
import type { Lines } from '../../protocol/text-lines.js';
import type { FileView, Workspace } from '../../workspace/workspace.js';
import { plain } from '../hover/explanation.js';
import { commentAround, suggestInComment } from './comments.js';
import { suggestInRecords } from './records.js';
import { suggestInSettings } from './settings.js';
import type { Suggestion } from './suggestion.js';

/** What of a completion comes back when its documentation is asked for. */
interface CompletionData {
  parameter: string;
  target: number;
}

/** What may stand at an offset of a buffer. */
export function completion(view: FileView, offset: number, workspace: Workspace, client: Client): CompletionItem[] {
  const { lines } = view.document;
  return suggestionsAt(view, offset, workspace).map((suggestion) => {
    const item = itemOf(suggestion, lines, offset, client);
    const { parameter } = suggestion;
    if (parameter !== undefined) item.data = { parameter, target: view.cluster.target } satisfies CompletionData;
    return item;
  });
}

function suggestionsAt(view: FileView, offset: number, workspace: Workspace): Suggestion[] {
  const comment = commentAround(view, offset);
  if (comment !== undefined) {
    return suggestInComment(view, comment, offset, {
      rules: workspace.rules,
      problemsOf: (path) => workspace.problemsOf(path),
    });
  }
  if (view.file.kind === 'conf') return suggestInSettings(view, offset, workspace);
  return suggestInRecords(view, offset, workspace);
}

/** Puts a suggestion into the client's form. */
export function itemOf(suggestion: Suggestion, lines: Lines, offset: number, client: Client): CompletionItem {
  const { label, filter, insert, snippet, replace, kind, detail, documentation, rank } = suggestion;
  const asSnippet = client.snippets && snippet !== undefined;
  const newText = asSnippet ? snippet : (insert ?? label);
  const range = lines.rangeOf(replace);
  const item: CompletionItem = {
    label,
    kind,
    textEdit: client.insertReplace
      ? { newText, replace: range, insert: lines.rangeOf({ start: replace.start, end: offset }) }
      : { newText, range },
    filterText: filter ?? label,
  };
  if (asSnippet) item.insertTextFormat = InsertTextFormat.Snippet;
  if (detail !== undefined) item.detail = detail;
  if (documentation !== undefined) item.documentation = documented(documentation, client);
  if (rank !== undefined) item.sortText = `${rank} ${label}`;
  return item;
}

/** Adds the documentation of a parameter, which is too much for a whole list. */
export async function resolveCompletion(item: CompletionItem, client: Client): Promise<CompletionItem> {
  const data = item.data as Partial<CompletionData> | undefined;
  if (typeof data?.parameter !== 'string') return item;
  const target = data.target !== undefined && isMajor(data.target) ? data.target : defaultMajor;
  const parameter = findParameter(data.parameter, target) ?? extensionParameter(data.parameter, target);
  if (parameter === undefined) return item;
  return { ...item, documentation: documented(await parameterText(parameter, target), client) };
}

function documented(markdown: string, client: Client): CompletionItem['documentation'] {
  return client.markdownCompletion ? { kind: 'markdown', value: markdown } : plain(markdown);
}
