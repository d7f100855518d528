import type { Major } from '../catalog/majors.js';
import type { Encoding } from '../files/encoding.js';
import type { AuthKind, AuthTree, FileKind, Tree } from '../syntax/nodes.js';
import type { OpenError } from './open-error.js';
import type { FileReader } from './reader.js';
import type { AuthFile, Configuration, Place, ReadingError } from './types.js';

/** What one kind of file is: all that the rest of the project asks of it. */
export interface Format<Kind extends FileKind, Visitor extends string> {
  kind: Kind;
  /** The server's own name for the file. */
  fileName: string;
  /** The file names by which it is recognized. */
  names: RegExp;
  /** The first major that reads such a file; left out where all do. */
  since?: Major;
  /** What editors call the format, in lower case and without marks. */
  languages: readonly string[];
  /** The headings that stand in the server's own file, by which a file with nothing but comments is recognized. */
  heading?: RegExp;
  /** How large a share of the lines must look like the format, for a file whose name does not tell. */
  share: number;
  /** Whether a line looks like the format. */
  isLine(line: string): boolean;
  parse(text: string, target: Major, encoding: Encoding): Tree;
  /** What a rule calls its function for each thing of such a file. */
  visitor: Visitor;
}

/** What every reading of a file of records has, includes followed. */
export interface AuthReading {
  main: AuthFile;
  /** The main file, included files and `@file`s. */
  files: AuthFile[];
  /** Errors that belong to no record; with severity `warning`, what is only skipped. */
  errors: ReadingError[];
  /** Whether the server takes the file. */
  loads: boolean;
}

/** A record, a mapping, an entry: what a line stands for. */
export interface AuthSubject extends Place {
  file: AuthFile;
  line: number;
  error: ReadingError | undefined;
}

/** A kind of file whose lines are records of columns, as the tokenizer of hba.c reads them. */
export interface RecordFormat<
  Kind extends AuthKind,
  Visitor extends string,
  Subject extends AuthSubject,
  Reading extends AuthReading,
> extends Format<Kind, Visitor> {
  /** The parameter that names the file. */
  parameter: string;
  parse(text: string, target: Major, encoding: Encoding): AuthTree;
  /**
   * Reads a file with everything that it draws in.
   *
   * @param id the main document
   * @param reader opens the files
   * @param configuration the settings that records depend on
   * @returns why the main file cannot be read, where it cannot
   */
  read(id: string, reader: FileReader, configuration: Configuration, target: Major): Reading | OpenError;
  /** Everything that the file holds, in the server's order. */
  subjects(reading: Reading): readonly Subject[];
  /** The same reading with other things in it. */
  withSubjects(reading: Reading, subjects: Subject[]): Reading;
}
