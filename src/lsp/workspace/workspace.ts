import type { Position } from 'vscode-languageserver/node';
import { workspaceOf } from '../../cluster/find/find.js';
import type { Cluster, SourceFile } from '../../cluster/types.js';
import type { Carrier } from '../../documents/carrier.js';
import type { FileSystem } from '../../files/file-system.js';
import { OverlayFileSystem } from '../../files/overlay-file-system.js';
import { folderOf, isInside } from '../../files/paths.js';
import { ConfigError } from '../../linter/configuration/config-error.js';
import type { LoadModule } from '../../linter/configuration/needs.js';
import type { FileResult } from '../../linter/engine/lint.js';
import type { Problem } from '../../linter/problem.js';
import type { Rule } from '../../linter/rule.js';
import type { FileKind } from '../../syntax/nodes.js';
import { type ColumnEncoding, type Lines, TextLines } from '../protocol/text-lines.js';
import { isElsewhere, uriOfPath } from '../protocol/uris.js';
import { CachedFileSystem } from './cached-file-system.js';
import { EditorConfiguration, isConfigurationFile } from './configured.js';
import { DocumentLines } from './document-lines.js';
import { Documents, type OpenDocument } from './documents.js';
import { isConfigurationBuffer, kindOfBuffer } from './languages.js';
import { type FolderLooks, type Judged, Project } from './project.js';
import type { EditorSettings } from './settings.js';
import { WholeFolders } from './whole-folders.js';

/** Holds no buffer: for those that stand outside of all folders. */
const noFolder = '/\0none';

/** A buffer with what it means: what every feature works on. */
export interface FileView {
  /** The buffer; its lines are those of the document. */
  document: OpenDocument;
  file: SourceFile;
  cluster: Cluster;
}

/** Whether a document stands at an offset of its file. */
function holds({ map }: SourceFile, offset: number | undefined): boolean {
  return map === undefined || offset === undefined || map.offsetAt(offset) !== undefined;
}

/** Everything that the editor has open, and what was found in it. */
export class Workspace {
  readonly documents: Documents;
  readonly disk: CachedFileSystem;
  readonly files: OverlayFileSystem;
  readonly rules: readonly Rule[];
  readonly configuration: EditorConfiguration;
  columns: ColumnEncoding = 'utf-16';
  readonly #today: () => string;
  readonly #carriers: readonly Carrier[];
  readonly #projects = new Map<string, Project>();
  readonly #wholeFolders: WholeFolders;
  readonly #lines = new WeakMap<SourceFile | FileResult, Lines>();
  #folders: readonly string[] = [];
  /** Results of the last update, by path; undefined where something has changed since. */
  #results: Map<string, FileResult> | undefined;

  /**
   * @param below the disk
   * @param rules every rule there is
   * @param today `YYYY-MM-DD`
   * @param loadModule runs configurations that are code, once the editor allows it
   * @param carriers formats of files that carry documents
   */
  constructor(
    below: FileSystem,
    rules: readonly Rule[],
    today: () => string,
    loadModule?: LoadModule,
    carriers: readonly Carrier[] = [],
  ) {
    this.#carriers = carriers;
    this.disk = new CachedFileSystem(below);
    this.files = new OverlayFileSystem(this.disk);
    this.rules = rules;
    this.configuration = new EditorConfiguration(this.files, rules, loadModule);
    this.#today = today;
    this.documents = new Documents(() => this.columns);
    this.#wholeFolders = new WholeFolders({
      fileSystem: this.files,
      makeProject: (root, looks) => this.makeProject(root, looks),
      supply: (work) => this.configuration.supply(work),
    });
  }

  /** The folders that are open, without which every buffer stands for itself. */
  get folders(): readonly string[] {
    return this.#folders;
  }

  set folders(folders: readonly string[]) {
    this.#folders = folders;
    this.#projects.clear();
    this.#wholeFolders.clear();
    this.#results = undefined;
  }

  get settings(): EditorSettings {
    return this.configuration.settings;
  }

  /** @throws PresetError, RuleEntryError or OptionsError; then the settings before stay in force */
  set settings(settings: EditorSettings) {
    this.configuration.settings = settings;
    this.configChanged();
  }

  open(uri: string, languageId: string, version: number, text: string): OpenDocument {
    const document = this.documents.open(uri, languageId, version, text);
    this.files.open(document.path, text);
    this.#configurationChanged([document.path]);
    this.#structureChanged();
    return document;
  }

  change(...args: Parameters<Documents['change']>): OpenDocument | undefined {
    const document = this.documents.change(...args);
    if (document === undefined) return undefined;
    this.#setText(document.path, document.lines.text);
    return document;
  }

  close(uri: string): void {
    const document = this.documents.close(uri);
    if (document === undefined) return;
    this.files.close(document.path);
    this.disk.forget(document.path);
    this.#configurationChanged([document.path]);
    this.#structureChanged();
  }

  /** Says that files on the disk came, went or changed; without paths, that any may have. */
  diskChanged(paths?: Iterable<string>): void {
    if (paths === undefined) this.disk.forgetAll();
    else for (const path of paths) this.disk.forget(path);
    this.configuration.forget();
    this.#structureChanged();
  }

  /** Says that rules or targets are other ones now. */
  configChanged(): void {
    for (const project of this.#allProjects()) project.configChanged();
    this.#results = undefined;
  }

  /** Whether nothing has changed since the last update. */
  get isCurrent(): boolean {
    return this.#results !== undefined;
  }

  /**
   * What is found in the clusters of all open buffers, by path. Work is done only where something has changed.
   *
   * @throws RuleError where a rule throws or breaks its contract
   */
  update(): ReadonlyMap<string, FileResult> {
    if (this.#results !== undefined) return this.#results;
    const opened = new Map<Project, string[]>();
    for (const { path } of this.documents.all()) {
      const project = this.#projectOf(path);
      opened.set(project, [...(opened.get(project) ?? []), path]);
    }
    for (const [root, project] of this.#projects) if (!opened.has(project)) this.#projects.delete(root);
    const results = new Map<string, FileResult>();
    for (const [project, paths] of opened) {
      for (const file of project.update(paths)) results.set(file.path, file);
    }
    this.#results = results;
    return results;
  }

  /** Does some work as if another text stood at a path. */
  withText<T>(path: string, text: string, work: () => T): T {
    const before = this.documents.atPath(path)?.lines.text;
    if (before === undefined || before === text) return work();
    this.#setText(path, text);
    try {
      return work();
    } finally {
      this.#setText(path, before);
    }
  }

  #setText(path: string, text: string): void {
    this.files.open(path, text);
    this.#configurationChanged([path]);
    for (const project of this.#allProjects()) project.textChanged(path);
    this.#results = undefined;
  }

  /** Loads what the project's configuration needs, so that everything else can be asked at once. */
  ready(): Promise<void> {
    return this.configuration.supply(() => {
      this.update();
      for (const path of this.faultPaths()) this.configuration.complaintAbout(path);
    });
  }

  /** The configuration files that may be at fault: those that are open, and the one that could not be used. */
  faultPaths(): string[] {
    const open = [...this.documents.all()].map(({ path }) => path).filter(isConfigurationFile);
    const { error } = this.configuration;
    return error instanceof ConfigError && this.files.kind(error.file) === 'file'
      ? [...new Set([...open, error.file])]
      : open;
  }

  /**
   * A buffer with its tree and its cluster; undefined where it is none of PostgreSQL's files.
   *
   * @param position which of the documents is meant that the buffer carries; else it is the first
   */
  view(uri: string, position?: Position): FileView | undefined {
    const buffer = this.documents.get(uri);
    if (buffer === undefined) return undefined;
    this.update();
    const offset = position && buffer.lines.offsetAt(position);
    for (const cluster of this.#projectOf(buffer.path).clustersOf(buffer.path)) {
      const file = cluster.files.find((one) => one.path === buffer.path && holds(one, offset));
      if (file === undefined) continue;
      const document = file.map === undefined ? buffer : { ...buffer, lines: this.linesOf(file) };
      return { document, file, cluster };
    }
    return undefined;
  }

  /** What an open file is judged with, and what tells its targets. */
  judgedWith(path: string): Judged | undefined {
    this.update();
    const judged = this.#projectOf(path).judgedWith(path);
    if (judged === undefined) return undefined;
    const source = this.configuration.targetSource(judged.path) ?? judged.choice.source;
    return { ...judged, choice: { ...judged.choice, source } };
  }

  /** Every cluster of the open buffers. */
  clusters(): Cluster[] {
    this.update();
    return [...this.#projects.values()].flatMap((project) => project.clusters());
  }

  /** The files that were read for the open buffers. */
  readPaths(): string[] {
    return [...this.#projects.values()].flatMap((project) => project.readPaths);
  }

  /**
   * What is found in every file of the open folders, and in the clusters of buffers outside of them.
   *
   * @param pause lets others have their turn, after each few clusters
   * @throws ChangedMeanwhile
   */
  async updateFolders(pause: () => Promise<void>): Promise<ReadonlyMap<string, FileResult>> {
    await this.ready();
    const now = this.update();
    return this.#wholeFolders.added(new Map(now), this.#folders, pause, () => this.#results === now);
  }

  /** The open folders that are too large to be looked through. */
  get unfinishedFolders(): string[] {
    return this.#wholeFolders.unfinished;
  }

  #allProjects(): Project[] {
    return [...this.#projects.values(), ...this.#wholeFolders.projects];
  }

  /** What was found in a file, each place by itself. */
  problemsOf(path: string): readonly Problem[] {
    return this.update().get(path)?.places ?? [];
  }

  /** How the client names a path. */
  uriOf(path: string): string {
    return this.documents.atPath(path)?.uri ?? uriOfPath(path);
  }

  /**
   * The lines of a file that was read, or of the buffer that holds it; those of a document take its offsets, and give the
   * places of the file that carries it.
   */
  linesOf(file: SourceFile | FileResult): Lines {
    const map = 'map' in file ? file.map : undefined;
    const text = map === undefined ? file.text : map.fileText;
    const buffer = this.documents.atPath(file.path);
    const known = this.#lines.get(file);
    if (map === undefined && buffer?.lines.text === text) return buffer.lines;
    if (known !== undefined) return known;
    const ofFile = buffer?.lines.text === text ? buffer.lines : new TextLines(text, this.columns);
    const lines = map === undefined ? ofFile : new DocumentLines(map, ofFile);
    this.#lines.set(file, lines);
    return lines;
  }

  /** The folder within which the files of a path's cluster are read. */
  rootOf(path: string): string {
    if (isElsewhere(path)) return folderOf(path);
    const holding = this.#folders.filter((folder) => isInside(path, folder));
    const nearest = holding.sort((a, b) => b.length - a.length)[0];
    return workspaceOf([path], nearest ?? noFolder, this.files)[0]!;
  }

  #projectOf(path: string): Project {
    const root = this.rootOf(path);
    const known = this.#projects.get(root);
    if (known !== undefined) return known;
    const project = this.makeProject(root);
    this.#projects.set(root, project);
    return project;
  }

  /** A project over a folder, with this workspace's buffers, rules and settings. */
  makeProject(root: string, looks: FolderLooks = {}): Project {
    return new Project(root, {
      fileSystem: this.files,
      carriers: this.#carriers,
      kindOf: (path) => this.#kindOf(path),
      isConfiguration: (path) => this.#isConfiguration(path),
      inForceFor: (paths) => this.configuration.inForceFor(paths),
      resolveConfig: (path) => this.configuration.resolve(path),
      configuration: this.configuration,
      ...looks,
      baselineOf: (path) => this.configuration.recordedFor(path),
      today: this.#today,
    });
  }

  #kindOf(path: string): FileKind | undefined {
    return kindOfBuffer(path, this.documents.atPath(path)?.languageId);
  }

  #isConfiguration(path: string): boolean {
    const document = this.documents.atPath(path);
    if (document === undefined) return true;
    return isConfigurationBuffer(path, document.languageId, document.lines.text);
  }

  #configurationChanged(paths: readonly string[]): void {
    if (!paths.some(isConfigurationFile)) return;
    this.configuration.forget();
    this.configChanged();
  }

  #structureChanged(): void {
    for (const project of this.#allProjects()) project.structureChanged();
    this.#results = undefined;
  }
}
