import type {
  Diagnostic,
  DocumentDiagnosticReport,
  FullDocumentDiagnosticReport,
  UnchangedDocumentDiagnosticReport,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver/node';
import type { FileResult } from '../../linter/engine/lint.js';
import { configurationDiagnostics } from '../configuration/diagnostics.js';
import type { Client } from '../protocol/client.js';
import { pathOfUri } from '../protocol/uris.js';
import type { Workspace } from '../workspace/workspace.js';
import { diagnosticsOf } from './diagnostics.js';

type Report = FullDocumentDiagnosticReport | UnchangedDocumentDiagnosticReport;

/** What was told of a file. */
interface LastReport {
  id: string;
  file: FileResult | undefined;
  version: number | undefined;
  text: string;
}

/** Answers clients that ask for diagnostics themselves. */
export class PulledDiagnostics {
  readonly #workspace: Workspace;
  readonly #client: Client;
  /** The last full report on each file, by URI. */
  readonly #reports = new Map<string, LastReport>();
  /** Files that came along with the report on a buffer, and that must be cleared when their cluster is closed. */
  readonly #related = new Set<string>();
  #count = 0;

  constructor(workspace: Workspace, client: Client) {
    this.#workspace = workspace;
    this.#client = client;
  }

  /** Whether something that was reported is different now: then the client should ask again. */
  isStale(): boolean {
    const results = this.#workspace.update();
    let stale = false;
    for (const [uri, report] of this.#reports) {
      const now = results.get(pathOfUri(uri));
      // A client asks by itself for the buffer that it has changed.
      if ((now !== undefined && now === report.file) || report.version !== this.#versionOf(uri)) continue;
      const items = this.#itemsOf(uri, now);
      if (JSON.stringify(items) !== report.text) stale = true;
      else report.file = now;
    }
    return stale;
  }

  /** The report on a buffer, with the files of its clusters that are not open. */
  document(uri: string, previous: string | undefined): DocumentDiagnosticReport {
    const results = this.#workspace.update();
    const path = this.#workspace.documents.get(uri)?.path;
    const report = this.#report(uri, path === undefined ? undefined : results.get(path), previous);
    if (!this.#client.relatedReports) return report;
    const relatedDocuments = this.#relatedOf(results);
    return Object.keys(relatedDocuments).length === 0 ? report : { ...report, relatedDocuments };
  }

  /**
   * The reports on every file of every folder, buffers included.
   *
   * @param pause lets others have their turn
   * @throws ChangedMeanwhile
   */
  async workspace(
    previous: readonly { uri: string; value: string }[],
    pause: () => Promise<void>,
  ): Promise<WorkspaceDiagnosticReport> {
    const known = new Map(previous.map(({ uri, value }) => [uri, value]));
    const results = await this.#workspace.updateFolders(pause);
    const items = [...results.values()].map((file) => {
      const uri = this.#workspace.uriOf(file.path);
      const version = this.#workspace.documents.get(uri)?.version ?? null;
      const report = this.#report(uri, file, known.get(uri));
      known.delete(uri);
      return { uri, version, ...report };
    });
    for (const uri of known.keys()) items.push({ uri, version: null, ...this.#report(uri, undefined, known.get(uri)) });
    return { items };
  }

  #relatedOf(results: ReadonlyMap<string, FileResult>): Record<string, Report> {
    const related: Record<string, Report> = {};
    const current = new Set<string>();
    for (const [path, file] of results) {
      const uri = this.#workspace.uriOf(path);
      if (this.#workspace.documents.get(uri) !== undefined) continue;
      current.add(uri);
      const before = this.#related.has(uri) ? this.#reports.get(uri)?.id : undefined;
      const report = this.#report(uri, file, before);
      this.#related.add(uri);
      if (report.kind === 'full') related[uri] = report;
    }
    for (const uri of this.#related) {
      if (current.has(uri)) continue;
      this.#related.delete(uri);
      if (this.#workspace.documents.get(uri) === undefined) related[uri] = { kind: 'full', items: [] };
    }
    return related;
  }

  #report(uri: string, file: FileResult | undefined, previous: string | undefined): Report {
    const last = this.#reports.get(uri);
    if (file !== undefined && last?.file === file && last.id === previous)
      return { kind: 'unchanged', resultId: last.id };
    const items = this.#itemsOf(uri, file);
    const text = JSON.stringify(items);
    const id = last?.text === text ? last.id : String(++this.#count);
    this.#reports.set(uri, { id, file, version: this.#versionOf(uri), text });
    return id === previous ? { kind: 'unchanged', resultId: id } : { kind: 'full', resultId: id, items };
  }

  /** What is no file of a cluster may be a configuration file of the project. */
  #itemsOf(uri: string, file: FileResult | undefined): Diagnostic[] {
    if (file === undefined) return configurationDiagnostics(uri, this.#workspace);
    return diagnosticsOf(file, this.#workspace, this.#client);
  }

  #versionOf(uri: string): number | undefined {
    return this.#workspace.documents.get(uri)?.version;
  }
}
