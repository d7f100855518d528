/** The options of the method radius, majors 10 to 18 (hba.c). */

import { parseNumericAddress } from '../../../addresses/numeric-address.js';
import type { Major } from '../../../catalog/majors.js';
import { atoi } from '../../../values/c-numbers.js';
import { splitWords } from '../../../values/lists/split.js';
import { refusal } from '../../lines/reading-error.js';
import type { ReadingError, RecordOption } from '../../types.js';
import type { RecordReading } from '../record-reading.js';

/** Checks one of the four lists by itself. */
export function checkRadiusOption(reading: RecordReading, option: RecordOption): ReadingError | undefined {
  const { name, value, token } = option;
  const list = splitWords(value, reading.context.target);
  if (list === undefined) {
    const message = `"${value}" is not a list: elements are separated by commas, and none may be empty.`;
    // Only the ports' list has a text in the view.
    return refusal(token, 'invalid-radius-list', message, name === 'radiusports');
  }
  if (name === 'radiusports') {
    const bad = list.find((port) => atoi(port) === 0);
    if (bad === undefined) return undefined;
    return refusal(token, 'invalid-radius-port', `"${bad}" is not a port number.`, false);
  }
  return name === 'radiusservers' ? checkServers(reading, list, option) : undefined;
}

/** The server looks every name up when it loads the file; only some names files can decide. */
function checkServers(
  reading: RecordReading,
  servers: readonly string[],
  { token }: RecordOption,
): ReadingError | undefined {
  for (const server of servers) {
    if (server === '') return refusal(token, 'unknown-radius-server', 'A RADIUS server has no name.', false);
    if (parseNumericAddress(server) !== undefined) continue;
    const lower = server.toLowerCase();
    // RFC 6761: localhost always has an address, names under .invalid never have one.
    if (lower === 'localhost') continue;
    if (/(^|\.)invalid\.?$/.test(lower)) {
      return refusal(
        token,
        'unknown-radius-server',
        `${server} never has an address: .invalid is reserved for that.`,
        false,
      );
    }
    const reason = `whether the RADIUS server ${server} has an address, without which the file does not load`;
    reading.record.undecidable = [...(reading.record.undecidable ?? []), reason];
  }
  return undefined;
}

/** Checks that the lists go together. */
export function checkRadius({ record, context: { target } }: RecordReading): ReadingError | undefined {
  const token = record.methodToken!;
  const servers = listOf(record.options, 'radiusservers', target);
  const secrets = listOf(record.options, 'radiussecrets', target);
  if (servers.length === 0) return refusal(token, 'radius-without-servers', 'radius needs radiusservers.');
  if (secrets.length === 0) return refusal(token, 'radius-without-secrets', 'radius needs radiussecrets.');
  for (const name of ['radiussecrets', 'radiusports', 'radiusidentifiers'] as const) {
    const count = listOf(record.options, name, target).length;
    if (count <= 1 || count === servers.length) continue;
    const message = `There are ${servers.length} radiusservers and ${count} ${name}: write one for all, or one for each.`;
    return refusal(token, 'radius-lists-differ', message, target >= 14);
  }
  return undefined;
}

function listOf(options: readonly RecordOption[], name: string, target: Major): string[] {
  const option = options.findLast((candidate) => candidate.name === name);
  return option === undefined ? [] : splitWords(option.value, target)!;
}
