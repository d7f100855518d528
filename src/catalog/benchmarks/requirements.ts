/** Requirements that several benchmarks share. */
import type { LibraryRequirement, RecordRequirement, SettingRequirement, ValueTest } from './types.js';

/** A parameter that must have one of these values. */
export const is = (setting: string, ...values: (string | number)[]): SettingRequirement => ({
  setting,
  must: { is: values },
});

/** A parameter that must pass a test. */
export const must = (setting: string, test: ValueTest): SettingRequirement => ({ setting, must: test });

export const library = (...names: string[]): LibraryRequirement => ({ library: names });

export const records = (
  selection: RecordRequirement['records'],
  rest: Omit<RecordRequirement, 'records'>,
): RecordRequirement => ({ records: selection, ...rest });

/** From the most to the least talkative: a parameter set to one of them records errors as well as warnings. */
const levels = ['debug5', 'debug4', 'debug3', 'debug2', 'debug1', 'info', 'notice', 'warning', 'error'];

/** A level of messages that lets those of `least` through. */
export const atLeast = (setting: string, least: 'warning' | 'error'): SettingRequirement => ({
  setting,
  must: { is: levels.slice(0, levels.indexOf(least) + 1) },
});

export const tlsIsOn = is('ssl', 'on');
export const logsToSyslog = must('log_destination', { lists: ['syslog'] });
export const privateLogFiles = is('log_file_mode', 0o600);
export const loginsLogged = must('log_connections', { connections: ['authorization'] });
export const endsLogged = is('log_disconnections', 'on');
export const scramVerifiers = is('password_encryption', 'scram-sha-256');
export const chosenAddresses = must('listen_addresses', 'chosen addresses');
export const utcLog = must('log_timezone', 'utc');
