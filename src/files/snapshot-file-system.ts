import type { EntryKind, FileSystem, SourceText } from './file-system.js';

/** Another file system as it was when it was first asked: for one run, so that nothing is read twice or changes midway. */
export class SnapshotFileSystem implements FileSystem {
  readonly kind: (path: string) => EntryKind;
  readonly size: (path: string) => number;
  readonly read: (path: string) => SourceText | undefined;
  readonly list: (path: string) => string[];
  readonly realPath: (path: string) => string;
  readonly whyUnreadable: (path: string) => string | undefined;

  /** @param below where everything is read the first time */
  constructor(below: FileSystem) {
    this.kind = remember((path) => below.kind(path));
    this.size = remember((path) => below.size(path));
    this.read = remember((path) => below.read(path));
    this.list = remember((path) => below.list(path));
    this.realPath = remember((path) => below.realPath(path));
    this.whyUnreadable = remember((path) => below.whyUnreadable?.(path));
  }
}

function remember<T>(ask: (path: string) => T): (path: string) => T {
  const answers = new Map<string, T>();
  return (path) => {
    if (answers.has(path)) return answers.get(path)!;
    const answer = ask(path);
    answers.set(path, answer);
    return answer;
  };
}
