import type { Major } from '../catalog/majors.js';
import type { Parameter } from '../catalog/types.js';
import { readBool } from './bool.js';
import { checks } from './checks/index.js';
import { readEnum } from './enum.js';
import { readInteger } from './integer.js';
import { readReal } from './real.js';
import { readString } from './string.js';
import type { RefusedValue, Surroundings, ValueReading } from './types.js';

/**
 * Reads a value as a server of one major does when it loads its files: first by the type,
 * then with the parameter's own check (the check hooks of guc.c and guc_tables.c).
 *
 * @param parameter what that major knows of the parameter
 * @param text the setting's value, quotes and escapes undone
 * @param major the server's major
 * @param surroundings what else the server knows when it reads the value
 * @returns what the server makes of it, why it refuses, or on what the answer depends
 */
export function readValue(
  parameter: Parameter,
  text: string,
  major: Major,
  surroundings: Surroundings = {},
): ValueReading {
  if (parameter.context === 'internal') return cannotBeChanged(parameter);
  const reading = readAndCheck(parameter, text, major, surroundings);
  if (reading.ok !== false || reading.suggestion === undefined) return reading;
  const isTaken = readAndCheck(parameter, reading.suggestion, major, surroundings).ok !== false;
  return isTaken ? reading : withoutSuggestion(reading, reading.suggestion);
}

function readAndCheck(parameter: Parameter, text: string, major: Major, surroundings: Surroundings): ValueReading {
  const reading = readType(parameter, text, major, surroundings);
  const check = reading.ok ? checks[parameter.name] : undefined;
  return reading.ok && check ? check({ parameter, text, value: reading.value, major, surroundings }) : reading;
}

/** A type suggests what it would take; where the parameter's own check would not, nothing is suggested. */
function withoutSuggestion(reading: RefusedValue, suggestion: string): RefusedValue {
  return { ...reading, message: reading.message.replace(` Write ${suggestion}.`, ''), suggestion: undefined };
}

function readType(parameter: Parameter, text: string, major: Major, surroundings: Surroundings): ValueReading {
  switch (parameter.type) {
    case 'bool':
      return readBool(parameter, text);
    case 'integer':
      return readInteger(parameter, text, major);
    case 'real':
      return readReal(parameter, text, major);
    case 'enum':
      return readEnum(parameter, text, major);
    case 'string':
      return readString(parameter, text, surroundings.encoding);
  }
}

function cannotBeChanged(parameter: Parameter): ValueReading {
  return {
    ok: false,
    code: 'cannot-be-changed',
    message: `${parameter.name} can only be read: it tells how the server was built or what its state is. A file that sets it, even to the right value, is refused. Remove the line.`,
    suggestion: undefined,
  };
}
