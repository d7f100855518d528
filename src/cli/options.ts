/** Lists of words that are long, or known only where something is loaded. */
export type WordList = 'presets' | 'rules' | 'majors' | 'benchmarks';

/** One option of a command. Reading it, help, completion and docs/command-line.md come out of this. */
export interface Option {
  /** What it does. */
  text: string;
  /** How help calls its value; left out for an option without one. */
  value?: string;
  /** A value that may be left out, as it is written behind the name: `=database`. */
  optional?: string;
  /** One letter. */
  short?: string;
  multiple?: true;
  default?: string;
  /** What the value may be, where that is a list. */
  words?: readonly string[] | WordList;
  /** Whether the command itself judges an empty value. */
  mayBeEmpty?: true;
  /** What stands above it and those after it in help. */
  heading?: string;
}

/** The options of a command by their long names, in the order of help. */
export type Options = Readonly<Record<string, Option>>;

type ValueOf<O> = O extends { value: string } ? (O extends { multiple: true } ? string[] : string) : boolean;

/** What a person wrote, by the options' names. */
export type OptionValues<T extends Options> = {
  -readonly [Name in keyof T as T[Name] extends { default: string } ? never : Name]?: ValueOf<T[Name]>;
} & { -readonly [Name in keyof T as T[Name] extends { default: string } ? Name : never]: ValueOf<T[Name]> };
