import { parseArgs } from 'node:util';
import { CommandError } from './command.js';
import type { Option, Options, OptionValues } from './options.js';

/** A command's arguments as they were read. */
export interface ReadArguments<T extends Options> {
  values: OptionValues<T>;
  positionals: string[];
}

/**
 * Reads a command's arguments; what does not fit becomes a plain sentence with exit code 2.
 *
 * @param args the arguments behind the command's name
 * @param options the command's table
 * @throws CommandError for an unknown option, a missing, an empty or an unwanted value, an empty path
 */
export function readArguments<T extends Options>(args: string[], options: T): ReadArguments<T> {
  // Node loads its parser when it is first used.
  const read = args.some((arg) => arg.startsWith('-')) ? parse(args, options) : { values: {}, positionals: args };
  const values = { ...defaultsOf(options), ...read.values };
  refuseEmpty(values, options);
  if (read.positionals.some(isEmpty)) throw new CommandError('An argument is empty; name a file or a folder.');
  return { values: values as OptionValues<T>, positionals: read.positionals };
}

function parse(args: string[], options: Options): { values: object; positionals: string[] } {
  const entries = Object.entries(options).map(([name, option]) => [name, forNode(option)]);
  try {
    return parseArgs({ args, options: Object.fromEntries(entries), allowPositionals: true, strict: true });
  } catch (error) {
    throw new CommandError(explain(error, Object.keys(options)));
  }
}

function forNode({ value, short, multiple }: Option) {
  const type = value === undefined ? 'boolean' : 'string';
  return { type, ...(short === undefined ? {} : { short }), ...(multiple === undefined ? {} : { multiple }) };
}

/** An empty value is a variable of a script that nobody has set: to go on would do what nobody asked for. */
function refuseEmpty(values: object, options: Options): void {
  for (const [name, value] of Object.entries(values)) {
    if (options[name]?.mayBeEmpty === true || ![value].flat().some(isEmpty)) continue;
    throw new CommandError(`The option --${name} needs a value; it is empty.`);
  }
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'string' && value.replaceAll(',', '').trim() === '';
}

function defaultsOf(options: Options): Record<string, string> {
  const defaults: Record<string, string> = {};
  for (const [name, option] of Object.entries(options))
    if (option.default !== undefined) defaults[name] = option.default;
  return defaults;
}

function explain(error: unknown, names: readonly string[]): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const option = /'(?:-\w, )?(-{1,2}[^' =<]+)/.exec(message)?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `There is no option ${option}.${guess(option, names)}`;
  if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return message;
  if (message.includes('does not take an argument')) return `The option ${option} takes no value.`;
  if (message.includes('ambiguous')) {
    return `The option ${option} needs a value; write ${option}=VALUE where the value starts with a dash.`;
  }
  return `The option ${option} needs a value.`;
}

/** A guess by the start or a shared part of the name: no library is loaded for a mistyped option. */
function guess(option: string, names: readonly string[]): string {
  const written = option.replace(/^-+/, '');
  if (written.length < 2) return '';
  const near = names.find((name) => name.startsWith(written) || written.startsWith(name) || shares(name, written));
  return near === undefined ? ' pgconflint --help lists the options.' : ` Did you mean --${near}?`;
}

/** Whether two names have nearly the same letters: at most one of each is missing from the other. */
function shares(a: string, b: string): boolean {
  const missing = (from: string, other: string) => [...from].filter((letter) => !other.includes(letter)).length;
  return Math.abs(a.length - b.length) <= 1 && missing(a, b) <= 1 && missing(b, a) <= 1;
}
