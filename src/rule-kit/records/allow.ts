/** The option `allow` that every rule about records takes. */
import type { HbaRecord } from '../../cluster/types.js';
import { sharedOptions } from '../../linter/configuration/shared-options.js';
import type { ValueOf } from '../../linter/json-schema.js';

/** The schema of the option; records that fit one of its entries are not reported. */
export const allowOption = sharedOptions.allow;

type Allowed = ValueOf<typeof allowOption.items>;

/** Whether an entry of the option fits a record. Columns are compared as written, quotes undone. */
export function isAllowed(record: HbaRecord, allow: readonly Allowed[]): boolean {
  // Nearly always: asked of each record by each rule.
  if (allow.length === 0) return false;
  return allow.some((entry) => {
    const columns = columnsOf(record);
    return Object.entries(entry).every(([column, texts]: [string, readonly string[]]) => {
      const written = columns[column as keyof Allowed];
      return written.length > 0 && written.every((text) => texts.includes(text));
    });
  });
}

function columnsOf(record: HbaRecord): Record<keyof Allowed, string[]> {
  const { connectionType, databases, users, address, method } = record;
  return {
    type: connectionType === undefined ? [] : [connectionType],
    database: databases.map((pattern) => pattern.token.value),
    user: users.map((pattern) => pattern.token.value),
    address: address === undefined ? [] : [address.token.value],
    method: method === undefined ? [] : [method],
  };
}
