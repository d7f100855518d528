/** A workspace that is a home folder or a whole disk: looked through within bounds that are counted, and told. */
import { describe, expect, jest, test } from '@jest/globals';
import type { FileSystem } from '../../src/files/file-system.js';
import { LookBound } from '../../src/files/look-bound.js';
import { walk } from '../../src/files/walk.js';
import { pulling, TestClient } from './client.js';

// Steps are counted here, seconds are not: a busy machine may take long.
jest.setTimeout(120_000);

/** A disk without an end, which counts how often it is asked. */
class EndlessDisk implements FileSystem {
  asked = 0;
  readonly #namesEach: number;
  readonly #contents: Readonly<Record<string, string>>;

  constructor(namesEach: number, contents: Readonly<Record<string, string>> = {}) {
    this.#namesEach = namesEach;
    this.#contents = contents;
  }

  kind(path: string) {
    this.asked++;
    if (path in this.#contents) return 'file';
    return /^(?:\/d\d+)*\/?$/.test(path) ? 'directory' : 'missing';
  }

  size(path: string): number {
    return this.#contents[path]?.length ?? 0;
  }

  read(path: string) {
    this.asked++;
    const text = this.#contents[path];
    return text === undefined ? undefined : { text, encoding: 'utf-8' as const };
  }

  list(path: string): string[] {
    this.asked++;
    const names = Array.from({ length: this.#namesEach }, (_, n) => `d${n}`);
    const start = path.endsWith('/') ? path : `${path}/`;
    const own = Object.keys(this.#contents).filter(
      (one) => one.startsWith(start) && !one.slice(start.length).includes('/'),
    );
    return [...names, ...own.map((one) => one.slice(start.length))];
  }

  realPath(path: string): string {
    return path;
  }
}

const files = { '/d1/pg_hba.conf': 'local all all trust\n', '/d1/d1/postgresql.conf': 'work_men = 4MB\n' };
const everything = { previousResultIds: [] };
interface Report {
  items: { uri: string; items: unknown[] }[];
}

describe('a walk within bounds', () => {
  test.each([
    ['many folders', 20],
    ['folders of many names', 5_000],
  ])('%s: ends, and has what is nearest', (_, names) => {
    const disk = new EndlessDisk(names, files);
    const bound = new LookBound(20_000);
    const found = walk(disk, '/', { depth: 64, folders: 200_000, bound }, (name) => name.endsWith('.conf'));
    expect(found).toContain('/d1/pg_hba.conf');
    expect(bound.cutShort).toBe(true);
    expect(disk.asked).toBeLessThan(25_000);
  });

  test('the time counts once the free steps are used up', () => {
    let isLate = false;
    const bound = new LookBound(1_000, 100, () => isLate);
    isLate = true;
    bound.spend(100);
    expect(bound.isOver).toBe(false);
    bound.spend(1);
    expect(bound.isOver).toBe(true);
    isLate = false;
    expect(bound.isOver).toBe(true);
  });
});

describe('a workspace that is a whole disk', () => {
  const workspaceFolders = [{ uri: 'file:///', name: 'disk' }];

  test('is judged as far as it is looked through, and that is told once', async () => {
    const disk = new EndlessDisk(40, files);
    const client = await new TestClient(disk, []).start(pulling, { workspaceFolders });
    const report = await client.connection.sendRequest<Report>('workspace/diagnostic', everything);
    expect(report.items.map(({ uri }) => uri).sort()).toEqual([
      'file:///d1/d1/postgresql.conf',
      'file:///d1/pg_hba.conf',
    ]);
    expect(disk.asked).toBeLessThan(900_000);
    await client.connection.sendRequest<Report>('workspace/diagnostic', everything);
    expect(client.messages.filter((message) => message.includes('too large to be looked through'))).toHaveLength(1);
  });

  test('an open buffer is judged without a walk', async () => {
    const disk = new EndlessDisk(2_000, files);
    const client = await new TestClient(disk, []).start(pulling, { workspaceFolders });
    await client.open('file:///d1/pg_hba.conf', 'local all all trust\n');
    const report = (await client.pull('file:///d1/pg_hba.conf')) as { items: unknown[] };
    expect(report.items.length).toBeGreaterThan(0);
    // A hundred folders around the buffer are looked into, and no more than so many names.
    expect(disk.asked).toBeLessThan(250_000);
  });
});

describe('a folder of many clusters', () => {
  const many = Object.fromEntries(
    Array.from({ length: 30 }, (_, n) => [`/c/${n}/postgresql.conf`, `work_men = ${n}MB\n`.repeat(5)]),
  );
  const workspaceFolders = [{ uri: 'file:///c', name: 'c' }];

  test('lets others have their turn, and ends where nobody waits any more', async () => {
    const client = await new TestClient(many, []).start(pulling, { workspaceFolders });
    await client.open('file:///c/1/postgresql.conf', 'work_mem = 4MB\n');
    const order: string[] = [];
    const all = client.connection
      .sendRequest<Report>('workspace/diagnostic', everything)
      .then(({ items }) => order.push(`all ${items.length}`));
    const one = client.pull('file:///c/1/postgresql.conf').then(() => order.push('one'));
    await Promise.all([all, one]);
    expect(order).toEqual(['one', 'all 30']);
  });

  test('a change meanwhile makes the client ask again', async () => {
    const client = await new TestClient(many, []).start(pulling, { workspaceFolders });
    await client.open('file:///c/1/postgresql.conf', 'work_mem = 4MB\n');
    await client.pull('file:///c/1/postgresql.conf');
    const all = client.connection.sendRequest('workspace/diagnostic', everything);
    await client.change('file:///c/1/postgresql.conf', 2, [{ text: 'work_mem = 5MB\n' }]);
    await expect(all).rejects.toMatchObject({ code: -32802, data: { retriggerRequest: true } });
  });
});
