import type { AuthFile, PlacedToken } from '../types.js';

/** A token of a file that was read, as the tree's columns of numbers hold it: the file and its number are all it keeps. */
export class FileToken implements PlacedToken {
  readonly file: AuthFile;
  readonly index: number;

  /**
   * @param file a file with its tree
   * @param index the token's number among the tokens of the tree
   */
  constructor(file: AuthFile, index: number) {
    this.file = file;
    this.index = index;
  }

  get type(): 'AuthToken' {
    return 'AuthToken';
  }

  get start(): number {
    return this.file.tree.tokens.start(this.index);
  }

  get end(): number {
    return this.file.tree.tokens.end(this.index);
  }

  get value(): string {
    return this.file.tree.tokens.value(this.index);
  }

  get quoted(): boolean {
    return this.file.tree.tokens.isQuoted(this.index);
  }

  get terminated(): boolean {
    return this.file.tree.tokens.isTerminated(this.index);
  }

  get via(): undefined {
    return undefined;
  }
}

/** The same token, brought by an `@file` token. */
export function broughtBy(via: PlacedToken, token: PlacedToken): PlacedToken {
  const { type, start, end, value, quoted, terminated, file, unread } = token;
  const brought: PlacedToken = { type, start, end, value, quoted, terminated, file, via };
  if (unread) brought.unread = true;
  return brought;
}

/** An `@file` token whose file was not read. */
export function unreadToken(token: PlacedToken): PlacedToken {
  const { type, start, end, value, quoted, terminated, file, via } = token;
  return { type, start, end, value, quoted, terminated, file, via, unread: true };
}
