import { describe, expect, test } from '@jest/globals';
import { MemoryFileSystem } from '../../src/files/memory-file-system.js';
import { createFileReader } from '../../src/formats/file-reader.js';
import { isOpenError } from '../../src/formats/open-error.js';
import type { ParseSource } from '../../src/formats/reader.js';
import type { ConfTree } from '../../src/syntax/nodes.js';

function reader(files: ConstructorParameters<typeof MemoryFileSystem>[0], options = {}) {
  let parsed = 0;
  const parse: ParseSource = (text): ConfTree => {
    parsed++;
    return { type: 'ConfTree', kind: 'conf', text, lines: [], comments: [] };
  };
  const files_ = createFileReader(new MemoryFileSystem(files), 18, { workspace: ['/ws'], parse, ...options });
  return { files: files_, parsed: () => parsed };
}

function reasonOf(result: object): string | undefined {
  return isOpenError(result) ? result.reason : undefined;
}

describe('createFileReader', () => {
  test('reads and parses a file once', () => {
    const { files, parsed } = reader({ '/ws/a.conf': 'x = 1\n' });
    expect(files.open('/ws/a.conf', 'conf')).toBe(files.open('/ws/a.conf', 'conf'));
    expect(parsed()).toBe(1);
    expect(files.opened.map((file) => file.path)).toEqual(['/ws/a.conf']);
  });

  test.each([
    ['/ws/missing.conf', 'missing'],
    ['/ws/folder', 'directory'],
    ['/ws/pipe', 'other'],
    ['/ws/secret', 'unreadable'],
    ['/ws/big', 'too-large'],
    ['/etc/passwd', 'outside'],
    ['/wsx/a', 'outside'],
    ['/ws/link-out', 'outside'],
    ['/ws/folder-out/new.conf', 'outside'],
    ['/ws/link-in', undefined],
  ])('%s: %s', (path, reason) => {
    const { files } = reader(
      {
        '/ws/folder/x': '',
        '/ws/pipe': { kind: 'other' },
        '/ws/secret': { kind: 'unreadable' },
        '/ws/big': 'x'.repeat(101),
        '/ws/a.conf': '',
        '/ws/link-in': { link: 'a.conf' },
        '/ws/link-out': { link: '../etc/passwd' },
        '/ws/folder-out': { link: '/etc' },
        '/etc/passwd': 'root',
        '/wsx/a': '',
      },
      { maximumSize: 100 },
    );
    expect(reasonOf(files.open(path, 'conf'))).toBe(reason);
  });

  test('follows outside where it is told to', () => {
    const { files } = reader({ '/etc/a.conf': '' }, { followOutside: true });
    expect(reasonOf(files.open('/etc/a.conf', 'conf'))).toBeUndefined();
  });

  test('a workspace that is itself a link', () => {
    const fileSystem = { '/ws': { link: '/real' }, '/real/a.conf': '', '/real/out': { link: '/etc/b' }, '/etc/b': '' };
    const { files } = reader(fileSystem);
    expect(reasonOf(files.open('/ws/a.conf', 'conf'))).toBeUndefined();
    expect(reasonOf(files.open('/ws/out', 'conf'))).toBe('outside');
  });

  test('lists what include_dir takes, in byte order', () => {
    const { files } = reader({
      '/ws/d/a.conf': '',
      '/ws/d/B.conf': '',
      '/ws/d/9.conf': '',
      '/ws/d/10.conf': '',
      '/ws/d/\u{1f600}.conf': '',
      '/ws/d/\uff21.conf': '',
      '/ws/d/.hidden.conf': '',
      '/ws/d/.conf': '',
      '/ws/d/x.conf~': '',
      '/ws/d/x.CONF': '',
      '/ws/d/sub.conf/y.conf': '',
    });
    const listing = files.listConfFiles('/ws/d');
    expect('paths' in listing && listing.paths.map((path) => path.slice('/ws/d/'.length))).toEqual([
      '10.conf',
      '9.conf',
      'B.conf',
      'a.conf',
      '\uff21.conf',
      '\u{1f600}.conf',
    ]);
  });

  test.each([
    ['/ws/none', 'missing'],
    ['/ws/file', 'not-a-directory'],
    ['/ws/dangling', 'missing'],
    ['/etc', 'outside'],
  ])('a folder that cannot be listed: %s', (folder, reason) => {
    const { files } = reader({ '/ws/file': '', '/ws/dangling/x.conf': { link: 'nowhere' }, '/etc/x.conf': '' });
    expect(reasonOf(files.listConfFiles(folder))).toBe(reason);
  });
});
