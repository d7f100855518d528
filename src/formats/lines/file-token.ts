import type { AuthTokens } from '../../syntax/auth-tokens.js';
import type { AuthLine } from '../../syntax/nodes.js';
import type { AuthFile, PlacedToken } from '../types.js';

/** The file that a tree's tokens stand in: another one after each edit, while lines that did not change keep their tokens. */
export interface TokenHome {
  file: AuthFile;
}

const homes = new WeakMap<AuthTokens, TokenHome>();

/** The home of the tokens of a file, which is from now on their file. */
export function homeOf(file: AuthFile): TokenHome {
  const { tokens } = file.tree;
  let home = homes.get(tokens);
  if (home === undefined) {
    home = { file };
    homes.set(tokens, home);
  }
  home.file = file;
  return home;
}

/** A token of a file that was read, as the tree's columns of numbers hold it: where to find it is all it keeps. */
export class FileToken implements PlacedToken {
  readonly #home: TokenHome;
  readonly #line: AuthLine;
  readonly #number: number;

  /**
   * @param home of a file with its tree
   * @param line a line of the file
   * @param number the token's number in its line
   */
  constructor(home: TokenHome, line: AuthLine, number: number) {
    this.#home = home;
    this.#line = line;
    this.#number = number;
  }

  get file(): AuthFile {
    return this.#home.file;
  }

  get type(): 'AuthToken' {
    return 'AuthToken';
  }

  get start(): number {
    return this.file.tree.tokens.start(this.#line.first + this.#number);
  }

  get end(): number {
    return this.file.tree.tokens.end(this.#line.first + this.#number);
  }

  get value(): string {
    return this.file.tree.tokens.value(this.#line.first + this.#number);
  }

  get quoted(): boolean {
    return this.file.tree.tokens.isQuoted(this.#line.first + this.#number);
  }

  get terminated(): boolean {
    return this.file.tree.tokens.isTerminated(this.#line.first + this.#number);
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
