import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver/node';
import { baseNameOf } from '../../files/paths.js';
import { baselineName } from '../../linter/baseline/baseline.js';
import { TextLines } from '../protocol/text-lines.js';
import { pathOfUri } from '../protocol/uris.js';
import { isConfigurationFile } from '../workspace/configured.js';
import type { Workspace } from '../workspace/workspace.js';

/**
 * Why one of our own configuration files cannot be used, in the line that is at fault; none for any other file.
 *
 * @throws NeedError where something must be loaded first
 */
export function configurationDiagnostics(uri: string, workspace: Workspace): Diagnostic[] {
  const path = workspace.documents.get(uri)?.path ?? pathOfUri(uri);
  if (!isConfigurationFile(path)) return [];
  const complaint = workspace.configuration.complaintAbout(path);
  if (complaint === undefined) return [];
  const text = workspace.files.read(path)?.text ?? '';
  const lines = workspace.documents.get(uri)?.lines ?? new TextLines(text, workspace.columns);
  const effect = baseNameOf(path) === baselineName ? 'Nothing is recorded' : 'The editor’s settings alone hold';
  const start = lines.startOf(complaint.line - 1);
  const end = lines.endOf(complaint.line - 1);
  const blanks = /^\s*/.exec(text.slice(start, end))![0].length;
  return [
    {
      range: lines.rangeOf({ start: start + blanks, end }),
      severity: DiagnosticSeverity.Error,
      source: 'pgconflint',
      message: `${complaint.message} ${effect} until this is fixed.`,
    },
  ];
}
