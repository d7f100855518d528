import { rmSync } from 'node:fs';
import { afterAll } from '@jest/globals';
import { writeFolder } from './terminal.js';

const folders: string[] = [];

/** Makes a folder with files, which goes away when the test file is done, and gives its path. */
export function makeFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = writeFolder(files);
  folders.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
