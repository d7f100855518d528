import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';

interface LockedPackage {
  optionalDependencies?: Record<string, string>;
  resolved?: string;
  integrity?: string;
  link?: boolean;
}

const files = [
  'package-lock.json',
  'editors/vscode/package-lock.json',
  'test/editors/code-server/package-lock.json',
  'test/pipelines/nodes/package-lock.json',
  'test/servers/package-lock.json',
];

describe.each(files)('%s', (file) => {
  const text = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
  const packages: Record<string, LockedPackage> = JSON.parse(text).packages;

  test('has the optional packages of every platform, without which npm ci refuses it', () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies }]) =>
      Object.keys(optionalDependencies ?? {}).filter(
        (name) => !(`node_modules/${name}` in packages) && !(`${path}/node_modules/${name}` in packages),
      ),
    );
    // npm run complete-lock adds them.
    expect(missing).toEqual([]);
  });

  test('has the integrity of every package: npm ci takes no other bytes', () => {
    const without = Object.entries(packages).filter(
      ([path, { integrity, link }]) => path !== '' && link !== true && !/^sha512-/.test(integrity ?? ''),
    );
    expect(without.map(([path]) => path)).toEqual([]);
  });

  test('names no registry: npm takes the one that a person uses', () => {
    expect(Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });
});
