import type { Major } from '../../catalog/majors.js';
import type { ConfEntry, Configuration } from '../types.js';

/** What a server does about settings that are valid each by itself but not together. */
export interface StartupError {
  /** Stable kebab-case name, e.g. `senders-need-wal`. */
  code: string;
  /** `error`: the server does not start; `warning`: it starts, and what was asked for does not happen. */
  severity: 'error' | 'warning';
  /** Our own sentences: what contradicts what, what happens, what to write. */
  message: string;
  /** The parameters that contradict each other, the one to change first. */
  parameters: string[];
  /** The entry that the server complains about, where it names one. */
  entry?: ConfEntry;
  /** What else must hold for it, where files alone do not tell. */
  condition?: string;
}

/** A check of settings against each other. */
export type StartupCheck = (settings: StartupSettings) => StartupError[];

/** The settings of a cluster as its server sees them when it starts. */
export class StartupSettings {
  constructor(
    private readonly configuration: Pick<Configuration, 'entries' | 'get'>,
    readonly major: Major,
  ) {}

  /** The entries that the server takes, in the order in which it takes them. */
  get entries(): ConfEntry[] {
    return this.configuration.entries.filter(
      ({ dropped, reading }) => !dropped && reading !== undefined && reading.ok !== false,
    );
  }

  /** The number in force in base units; undefined where the target has no such parameter, or it is refused or not known. */
  number(name: string): number | undefined {
    const value = this.value(name);
    return typeof value === 'number' ? value : undefined;
  }

  /** The text of an enum or a string in force. */
  text(name: string): string | undefined {
    const value = this.value(name);
    return typeof value === 'string' ? value : undefined;
  }

  /** The boolean in force. */
  flag(name: string): boolean | undefined {
    const value = this.value(name);
    return typeof value === 'boolean' ? value : undefined;
  }

  /** Whether a file sets it. */
  isSet(name: string): boolean {
    return this.configuration.get(name).entry !== undefined;
  }

  private value(name: string): boolean | number | string | undefined {
    const { reading } = this.configuration.get(name);
    return reading === undefined || reading.ok === false ? undefined : reading.value;
  }
}
