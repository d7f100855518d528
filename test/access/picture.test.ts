import { describe, expect, test } from '@jest/globals';
import { accessRows } from '../../src/access/matrix.js';
import { accessPicture, type PicturePlace } from '../../src/access/picture.js';
import type { Cluster } from '../../src/cluster/types.js';
import { configurationOf, hba } from '../cluster/reading.js';

/** The picture as indented lines. */
function drawn(...records: string[]): string[] {
  const reading = hba(`${records.join('\n')}\n`, 16);
  const configuration = configurationOf({ ssl: true });
  const cluster: Cluster = { target: 16, extent: 'whole', configuration, files: [], hba: reading } as never;
  const question = { hba: reading, cluster, target: 16 as const, folder: '/data' };
  const linesOf = (place: PicturePlace, indent: string): string[] => [
    `${indent}${place.from}`,
    ...place.lines.map(
      ({ users, databases, proof, records: own }) =>
        `${indent}- ${users.join()} > ${databases.join()}: ${proof} (${own.map(({ line }) => line).join()})`,
    ),
    ...place.inner.flatMap((one) => linesOf(one, `${indent}  `)),
  ];
  return accessPicture(question, accessRows(question)).flatMap((place) => linesOf(place, ''));
}

describe('the picture of who gets in', () => {
  test('has networks in the networks around them, the socket first and names of clients last', () => {
    expect(
      drawn(
        'host app a 10.1.2.0/24 md5',
        'host app b client.example.com md5',
        'host app c 10.1.0.0/16 ldap ldapserver=x ldapprefix="cn="',
        'hostssl app c 10.0.0.0/8 scram-sha-256',
        'host app d 10.2.0.0/16 reject',
        'host app e 192.168.0.0/24 trust',
        'local all all peer',
      ),
    ).toEqual([
      'the Unix socket',
      '- all > all: strong (7)',
      '10.0.0.0/8',
      '- c > app: strong (4)',
      '  10.1.0.0/16',
      '  - c > app: strong (3)',
      '    10.1.2.0/24',
      '    - a > app: weak (1)',
      '  10.2.0.0/16',
      '  - d > app: kept out (5)',
      '192.168.0.0/24',
      '- e > app: none (6)',
      'client.example.com',
      '- b > app: weak (2)',
    ]);
  });

  test('tells roles together that are let in to the same databases in the same way, and never those that others decide', () => {
    expect(
      drawn(
        'host app a 10.0.0.0/8 scram-sha-256',
        'host app b 10.0.0.0/8 scram-sha-256',
        'host hr a,b 10.0.0.0/8 scram-sha-256',
        'host app c 10.0.0.0/8 md5',
        'host app all 10.0.0.0/8 scram-sha-256',
        'host app z 10.0.0.0/8 md5',
      ),
    ).toEqual(['10.0.0.0/8', '- a,b > app,hr: strong (1,2,3)', '- c > app: weak (4)', '- all > app: strong (5)']);
  });
});
