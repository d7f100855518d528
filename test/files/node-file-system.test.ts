import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { nodeFileSystem } from '../../src/files/node-file-system.js';
import { OverlayFileSystem } from '../../src/files/overlay-file-system.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pgconflint-'));
  writeFileSync(join(folder, 'a.conf'), 'x = 1\n');
  writeFileSync(join(folder, 'latin1.conf'), Buffer.from([0x27, 0xe9, 0x80, 0x27]));
  mkdirSync(join(folder, 'd'));
  symlinkSync('a.conf', join(folder, 'link'));
  symlinkSync('loop', join(folder, 'loop'));
  execFileSync('mkfifo', [join(folder, 'pipe')]);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('nodeFileSystem', () => {
  test.each([
    ['a.conf', 'file'],
    ['link', 'file'],
    ['d', 'directory'],
    ['pipe', 'other'],
    ['none', 'missing'],
    ['a.conf/below', 'missing'],
    ['loop', 'unreadable'],
  ])('%s is %s', (name, kind) => {
    expect(nodeFileSystem.kind(join(folder, name))).toBe(kind);
  });

  test('a device is never a file', () => expect(nodeFileSystem.kind('/dev/zero')).toBe('other'));

  test('resolves links', () => {
    expect(nodeFileSystem.realPath(join(folder, 'link'))).toBe(nodeFileSystem.realPath(join(folder, 'a.conf')));
  });

  test('bytes that are not UTF-8 are Latin-1', () => {
    expect(nodeFileSystem.read(join(folder, 'latin1.conf'))).toEqual({ text: "'é\x80'", encoding: 'latin1' });
    expect(nodeFileSystem.size(join(folder, 'latin1.conf'))).toBe(4);
  });
});

describe('OverlayFileSystem', () => {
  test('an open buffer counts before the disk', () => {
    const overlay = new OverlayFileSystem(nodeFileSystem);
    overlay.open(join(folder, 'a.conf'), 'y = 2\n');
    overlay.open(join(folder, 'new.conf'), '');
    expect(overlay.read(join(folder, 'a.conf'))?.text).toBe('y = 2\n');
    expect(overlay.kind(join(folder, 'new.conf'))).toBe('file');
    expect(overlay.list(folder)).toContain('new.conf');
    overlay.close(join(folder, 'a.conf'));
    expect(overlay.read(join(folder, 'a.conf'))?.text).toBe('x = 1\n');
  });
});
