/**
 * What Patroni makes of a parameter, whoever hands its configuration to it (patroni/config.py,
 * Config._process_postgresql_parameters; patroni/postgresql/validator.py, transform_postgresql_parameter_value).
 */
import { lastMajor, majors } from '../../../catalog/majors.js';
import { findParameter } from '../../../catalog/parameters.js';
import { parseInteger } from '../../../values/parse-integer.js';
import { readValue } from '../../../values/read.js';
import type { RenderValue } from '../../shapes/settings.js';
import { onCommandLine } from './facts.js';
import { pythonText } from './python.js';

/**
 * Renders parameters as Patroni does.
 *
 * @param place whether they are those of the whole cluster (`bootstrap.dcs`), or of one node
 * @param readPlain what the reader of the file makes of a plain scalar; undefined where that is nothing
 */
export function renderForPatroni(
  place: 'cluster' | 'node',
  readPlain: (plain: string) => string | undefined = pythonText,
): RenderValue {
  return (name, text, isQuoted) => {
    const value = isQuoted ? text : readPlain(text);
    if (value === undefined) return undefined;
    const lower = name.toLowerCase();
    const why = reasonToDrop(lower, value, place);
    if (why !== undefined)
      return { value, isOff: true, remark: { about: 'ignored', data: { name, platform, ...why } } };
    // get_server_parameters: for servers from 13 on it becomes wal_keep_size.
    return lower === 'wal_keep_segments' ? { value, isOff: true } : { value };
  };
}

const platform = 'Patroni';

/** Why the server does not get a parameter, and what to do about it; undefined where it does. */
function reasonToDrop(
  name: string,
  value: string,
  place: 'cluster' | 'node',
): { why: string; what: string } | undefined {
  const known = onCommandLine[name];
  if (known?.isFixed === true) return { why: `it sets ${name} by itself`, what: 'Remove the line.' };
  if (known !== undefined && place === 'node')
    return {
      why: 'it takes it from the configuration of the whole cluster only',
      what: 'Set it in bootstrap.dcs, or with patronictl edit-config.',
    };
  const unit = name === 'wal_keep_size' ? 'MB' : '';
  if (known?.least !== undefined && numberOf(value, unit) < known.least)
    return {
      why: `${value} is less than ${known.least}${unit}, so ${known.value} counts`,
      what: `Write ${known.least}${unit} or more.`,
    };
  if (name === 'wal_level' && value === 'minimal')
    return {
      why: 'minimal is less than replication needs, so replica counts',
      what: 'Write replica or logical.',
    };
  // A server tells Patroni which parameters it knows, and those of libraries have a dot.
  const isUnknown = !name.includes('.') && majors.every((major) => findParameter(name, major) === undefined);
  if (isUnknown) return { why: 'no server knows it', what: 'Write the name as the server has it.' };
  if (name !== 'wal_keep_segments' && isRefused(name, value))
    return {
      why: `${value} is not a value of it, so its default or the nearest number counts`,
      what: 'Write a value that the server accepts.',
    };
  return undefined;
}

/** utils.py, parse_int: a number, in megabytes where that is the unit. */
function numberOf(value: string, unit: 'MB' | ''): number {
  if (unit === '') return Number(value);
  const reading = parseInteger(value, unit, lastMajor);
  return 'value' in reading ? reading.value : Number.NaN;
}

/** Whether every major that knows a parameter refuses a value; Patroni looks at all but texts (validator.py, String). */
function isRefused(name: string, value: string): boolean {
  const readings = majors.flatMap((major) => {
    const parameter = findParameter(name, major);
    return parameter === undefined || parameter.type === 'string' ? [] : readValue(parameter, value, major);
  });
  return readings.length > 0 && readings.every(({ ok }) => ok === false);
}
