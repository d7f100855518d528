import type { Major } from '../../catalog/majors.js';
import { nearestNames } from '../../catalog/nearest.js';
import { parametersOf } from '../../catalog/parameters.js';
import type { Parameter } from '../../catalog/types.js';
import { isOctal, writeNumber } from '../../values/format.js';
import type { ConfEntry, Configuration, EffectiveSetting } from '../types.js';
import { readDefault } from './read.js';

/** One setting in force, ready to be printed; file names are absolute. */
export interface SettingInForce {
  name: string;
  /** The text in force, as it is written or as people write the default; null where it is not known. */
  value: string | null;
  /** As pg_settings.setting has it: in base units, in the server's own spelling; null where it is not known. */
  setting: string | null;
  /** The unit of `setting`. */
  unit: string | null;
  /** As people write it; null where there is none or where it depends on the machine. */
  default: string | null;
  /** When a change takes effect, in the server's own words; null for names that are not the server's own. */
  context: string | null;
  /** The file and line that set it; null where it has its default. */
  sourcefile: string | null;
  sourceline: number | null;
  /** Whether files set it to something else than its default, or to something whose default is not known. */
  changed: boolean;
  /** Why the server refuses it. */
  error: string | null;
  /** The entries that lost, in reading order. */
  overrides: { sourcefile: string; sourceline: number; name: string; value: string }[];
}

/**
 * What is in force: every parameter of the target by name, and the custom and unknown names that the files set.
 *
 * @param configuration the settings
 * @param target the server's major
 */
export function settingsInForce(configuration: Configuration, target: Major): SettingInForce[] {
  const names = new Set(
    parametersOf(target)
      .filter((parameter) => !parameter.hidden && parameter.needsBuild === undefined)
      .map((parameter) => parameter.name),
  );
  for (const setting of configuration.settings()) names.add(setting.name);
  const compare = new Intl.Collator('en', { sensitivity: 'base' }).compare;
  return [...names].sort(compare).map((name) => settingInForce(configuration.get(name), target));
}

/**
 * What is in force for one name.
 *
 * @param effective what Configuration.get gives
 * @param target the server's major
 */
export function settingInForce(effective: EffectiveSetting, target: Major): SettingInForce {
  const { name, parameter, entry, reading, overridden } = effective;
  const ownDefault = parameter === undefined ? null : writeDefault(parameter, target);
  return {
    name,
    value: entry === undefined ? ownDefault : entry.value,
    setting: reading?.ok ? shown(name, reading) : null,
    unit: parameter?.unit ?? null,
    default: ownDefault,
    context: parameter?.context ?? null,
    sourcefile: entry?.file.path ?? null,
    sourceline: entry?.line ?? null,
    changed: entry !== undefined && isChanged(effective, target),
    error: entry === undefined ? null : errorOf(entry, target),
    overrides: overridden.map((lost) => ({
      sourcefile: lost.file.path,
      sourceline: lost.line,
      name: lost.name,
      value: lost.value,
    })),
  };
}

/** Permissions are shown in octal (show_hook of guc_tables.c), all else as it is converted. */
function shown(name: string, { value, canonical }: { value: unknown; canonical: string }): string {
  return isOctal(name) && typeof value === 'number' ? value.toString(8).padStart(4, '0') : canonical;
}

function isChanged({ parameter, reading }: EffectiveSetting, target: Major): boolean {
  if (parameter?.default === undefined || !reading?.ok) return true;
  const own = readDefault(parameter, parameter.default, target);
  return !own.ok || own.canonical !== reading.canonical;
}

/** The default as a file would hold it: 16384 (8kB) is `128MB`. */
export function writeDefault(parameter: Parameter, target: Major): string | null {
  if (parameter.default === undefined) return null;
  const reading = readDefault(parameter, parameter.default, target);
  return reading.ok && typeof reading.value === 'number' ? writeNumber(parameter, reading.value) : parameter.default;
}

function errorOf(entry: ConfEntry, target: Major): string | null {
  if (entry.reading?.ok === false) return entry.reading.message;
  return entry.parameter === undefined && !entry.custom ? describeUnknownName(entry.name, target) : null;
}

/**
 * Says that a major does not know a name, with the nearest one that it knows.
 *
 * @param name as written
 */
export function describeUnknownName(name: string, target: Major): string {
  const near = nearestNames(name, target, 1)[0];
  return `PostgreSQL ${target} has no parameter ${name}${near === undefined ? '.' : `; did you mean ${near}?`}`;
}
