/** What is found in whole folders, for clients that ask for everything. */
import type { FileSystem } from '../../files/file-system.js';
import { gitIgnores } from '../../files/git-ignores.js';
import { LookBound, type LookBounds } from '../../files/look-bound.js';
import type { FileResult } from '../../linter/engine/lint.js';
import { trackedIn } from '../../project/tracked-files.js';
import type { FolderLooks, Project } from './project.js';

/** A folder may be a home folder or a whole disk: so much of it is looked at, the nearest folders first. */
const mostSteps = 400_000;
/** So much of that whatever the time, and the rest for so many milliseconds: what is found must then be loaded, too. */
const freeSteps = 20_000;
const mostTime = { names: 700, files: 500 };

/** What whole folders need from the workspace. */
export interface FolderSurroundings {
  fileSystem: FileSystem;
  makeProject(root: string, looks: FolderLooks): Project;
  /** Does work again once what it needs is loaded. */
  supply(work: () => void): Promise<void>;
}

/** Something changed while everything was being judged: whoever asked should ask again. */
export class ChangedMeanwhile extends Error {}

export class WholeFolders {
  readonly #surroundings: FolderSurroundings;
  readonly #projects = new Map<string, Project>();

  constructor(surroundings: FolderSurroundings) {
    this.#surroundings = surroundings;
  }

  /** The projects of the folders that were asked about. */
  get projects(): Iterable<Project> {
    return this.#projects.values();
  }

  /** Those of the folders that were too large to be looked through. */
  get unfinished(): string[] {
    return [...this.#projects].filter(([, { isUnfinished }]) => isUnfinished).map(([folder]) => folder);
  }

  /** Says that other folders are open. */
  clear(): void {
    this.#projects.clear();
  }

  /**
   * Adds what is found in the files of some folders.
   *
   * @param results by path
   * @param pause lets others have their turn, after each few clusters
   * @param isCurrent whether nothing has changed meanwhile
   * @throws ChangedMeanwhile; RuleError where a rule throws or breaks its contract
   */
  async added(
    results: Map<string, FileResult>,
    folders: readonly string[],
    pause: () => Promise<void>,
    isCurrent: () => boolean,
  ): Promise<Map<string, FileResult>> {
    for (const folder of folders) {
      for await (const files of this.#results(folder)) {
        for (const file of files) results.set(file.path, file);
        await pause();
        if (!isCurrent()) throw new ChangedMeanwhile();
      }
    }
    return results;
  }

  /** What is found in the files of a folder, the clusters that share files together. */
  async *#results(folder: string): AsyncGenerator<FileResult[]> {
    const project = this.#projectOf(folder);
    await this.#surroundings.supply(() => project.find([folder]));
    for (const judge of project.judgements()) {
      let files: FileResult[] = [];
      await this.#surroundings.supply(() => {
        files = judge();
      });
      yield files;
    }
  }

  #projectOf(folder: string): Project {
    const known = this.#projects.get(folder);
    if (known !== undefined) return known;
    const { fileSystem, makeProject } = this.#surroundings;
    const project = makeProject(folder, { ignores: gitIgnores(folder, fileSystem, trackedIn), makeBounds });
    this.#projects.set(folder, project);
    return project;
  }
}

function makeBounds(): LookBounds {
  return { names: within(mostTime.names), files: within(mostTime.files) };
}

/** The time begins with the first look. */
function within(time: number): LookBound {
  let start: number | undefined;
  return new LookBound(mostSteps, freeSteps, () => Date.now() - (start ??= Date.now()) > time);
}
