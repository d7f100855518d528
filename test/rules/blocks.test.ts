import { describe, expect, test } from '@jest/globals';
import { rules } from '../../rules/index.js';

/** Messages that speak of a server that does not start, of another server than the one that the file is for. */
const ofOtherServers: Readonly<Record<string, string>> = {
  'conf/no-bonjour set': 'only one that was built without Bonjour',
  'conf/ssl-groups weak': 'only with an OpenSSL that lacks the curve',
  'conf/ssl-tls13-ciphers only': 'only with OpenSSL 3',
  'conf/ssl-tls13-ciphers unknown': 'only with OpenSSL 1.1.1',
  'conf/listen-addresses name': 'only where no name server knows the name',
  'conf/legacy-timezone old': 'only where the system lacks tzdata-legacy',
  'conf/swapped-tls-files swapped': 'only where the names of the files tell what they hold',
  'conf/swapped-tls-files named': 'only where the names of the files tell what they hold',
  'conf/no-db-user-namespace on': 'only a later major',
  'cluster/old-version recovery': 'only a later major',
};

describe('what is said to keep the server from starting is counted and shown as such', () => {
  const said = rules.flatMap(({ id, meta }) =>
    Object.entries(meta.messages)
      .filter(([, message]) => /(?:does|do) not start\b/.test(JSON.stringify(message)))
      .map(([messageId]) => [id, messageId, meta.blocks?.[messageId]] as const),
  );

  test.each(said)('%s %s', (id, messageId, blocks) => {
    if (ofOtherServers[`${id} ${messageId}`] === undefined) expect(blocks).toBe('start');
    else expect(blocks).toBeUndefined();
  });

  test('each exception is a message', () => {
    const known = new Set(said.map(([id, messageId]) => `${id} ${messageId}`));
    expect(Object.keys(ofOtherServers).filter((each) => !known.has(each))).toEqual([]);
  });
});
