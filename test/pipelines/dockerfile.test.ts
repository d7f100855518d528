import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { project, remove, run, scratchFolder, write } from './programs.js';

const linter = createRequire(import.meta.url).resolve('dockerfilelint/bin/dockerfilelint');

/** What the linter of Dockerfiles finds, by the names of its rules. */
function found(folder: string, file: string): string[] {
  const { output } = run(folder, process.execPath, [linter, '--output', 'json', file]);
  const { files } = JSON.parse(output) as { files: { issues: { title: string }[] }[] };
  return files.flatMap(({ issues }) => issues.map(({ title }) => title));
}

describe('the Dockerfile', () => {
  test('has nothing that its linter finds', () => {
    expect(found(project, 'Dockerfile')).toEqual([]);
  });

  test('is read by a linter that finds something', () => {
    const scratch = scratchFolder('dockerfile');
    write(scratch, { Dockerfile: 'FROM node:latest\nRUN sudo apt-get install curl\n' });
    try {
      expect(found(scratch, 'Dockerfile').length).toBeGreaterThan(1);
    } finally {
      remove(scratch);
    }
  });

  test('copies what the build needs: .dockerignore leaves none of it out', () => {
    const ignored = readFileSync(join(project, '.dockerignore'), 'utf8').split('\n').filter(Boolean);
    const scripts = execFileSync('git', ['ls-files', 'scripts', 'src', 'rules', 'grammar'], {
      cwd: project,
      encoding: 'utf8',
    });
    expect(scripts.split('\n').filter((path) => ignored.includes(path.split('/')[0]!))).toEqual([]);
  });
});
