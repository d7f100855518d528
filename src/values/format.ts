/** Values as people read them. */
import { lastMajor } from '../catalog/majors.js';
import type { BaseUnit, Parameter } from '../catalog/types.js';
import { formatGeneral } from './number.js';
import { isMemoryUnit, unitsFor } from './units.js';

/** Parameters that are file permissions, which people read in octal (show_hook of guc_tables.c). */
const octalParameters = new Set(['unix_socket_permissions', 'log_file_mode', 'data_directory_mode']);

/**
 * Tells whether people write the values of a parameter in octal.
 *
 * @param name the parameter's name in the server's spelling
 */
export function isOctal(name: string): boolean {
  return octalParameters.has(name);
}

/**
 * A number of base units in the largest unit that holds it without a fraction, as SHOW prints it: 16384 (8kB) is `128MB`.
 *
 * @param value the number of base units
 * @param unit the base unit
 * @param separator what stands between the number and the unit
 * @returns text that a server reads back as the same value, when the separator is empty
 */
export function formatWithUnit(value: number, unit: BaseUnit, separator = ''): string {
  if (value === 0) return '0';
  for (const { name, multiplier } of unitsFor(unit, lastMajor)) {
    const count = value / multiplier;
    if (multiplier >= 1 && Number.isInteger(count)) return `${count}${separator}${name}`;
    if (multiplier < 1) {
      // Smaller than the base unit: only for what the base unit cannot hold, and for a base unit that nobody writes (8kB).
      const rounded = Math.round(count * 1e6) / 1e6;
      if (Number.isInteger(rounded)) return `${rounded}${separator}${name}`;
    }
  }
  const base = isMemoryUnit(unit) && unit === '8kB' ? { size: value * 8, name: 'kB' } : { size: value, name: unit };
  return `${formatGeneral(base.size)}${separator}${base.name}`;
}

/** Numbers that mean something else than an amount, over all parameters that have a unit. */
function isSpecial(parameter: Parameter, value: number): boolean {
  return parameter.unit === undefined || value < 0;
}

/**
 * A value of a number parameter as people read it: `128 MB`, `90 s`, `0700`, `100`, `-1`.
 *
 * @param parameter a parameter of type integer or real
 * @param value the value in base units
 */
export function describeNumber(parameter: Parameter, value: number): string {
  if (isOctal(parameter.name) && parameter.type === 'integer') return value === 0 ? '0' : `0${value.toString(8)}`;
  if (isSpecial(parameter, value)) return parameter.type === 'real' ? formatGeneral(value) : String(value);
  return formatWithUnit(value, parameter.unit!, ' ');
}

/**
 * A value of a number parameter as a file would hold it: `128MB`, `90s`, `0700`, `100`, `-1`.
 *
 * @param parameter a parameter of type integer or real
 * @param value the value in base units
 */
export function writeNumber(parameter: Parameter, value: number): string {
  return describeNumber(parameter, value).replace(' ', '');
}
