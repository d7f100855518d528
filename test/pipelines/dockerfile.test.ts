import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { project } from './programs.js';

/** The instructions of the Dockerfile, continued lines joined. */
const instructions = readFileSync(join(project, 'Dockerfile'), 'utf8')
  .replace(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => /^[A-Z]/.test(line));

/** What follows a keyword in the last stage. */
const inLastStage = (keyword: string) =>
  instructions
    .slice(instructions.findLastIndex((line) => line.startsWith('FROM ')))
    .filter((line) => line.startsWith(`${keyword} `))
    .map((line) => line.slice(keyword.length + 1));

describe('the Dockerfile', () => {
  test('starts from named releases of an image, and downloads nothing by itself', () => {
    const bases = instructions.filter((line) => line.startsWith('FROM '));
    expect(bases.length).toBeGreaterThan(0);
    for (const base of bases) expect(base).toMatch(/^FROM [a-z]+:\d[\w.-]*(?:@sha256:[0-9a-f]{64})?(?: AS \w+)?$/);
    expect(instructions.filter((line) => /^ADD |\b(?:curl|wget|sudo)\b/.test(line))).toEqual([]);
  });

  test('runs the command, not as root, and installs without scripts of packages', () => {
    expect(inLastStage('USER')).toEqual(['node']);
    expect(inLastStage('ENTRYPOINT')).toEqual(['["pgconflint"]']);
    const installs = instructions.filter((line) => /\bnpm (?:ci|install)\b/.test(line));
    expect(installs.length).toBeGreaterThan(0);
    for (const line of installs) expect(line).toContain('--ignore-scripts');
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
