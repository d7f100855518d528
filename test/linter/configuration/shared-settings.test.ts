/** Options that a configuration says once, under `settings`, for all rules that have them. */
import { describe, expect, test } from '@jest/globals';
import { rules } from '../../../rules/index.js';
import { MemoryFileSystem } from '../../../src/files/memory-file-system.js';
import { Configuration } from '../../../src/linter/configuration/configuration.js';
import { Supplies } from '../../../src/linter/configuration/needs.js';
import { sharedOptions } from '../../../src/linter/configuration/shared-options.js';

async function optionsOf(files: Record<string, object>, path: string, over = {}) {
  const supplies = new Supplies(() => Promise.reject(new Error('no code')));
  const texts = Object.entries(files).map(([name, config]) => [name, JSON.stringify(config)]);
  const fileSystem = new MemoryFileSystem(Object.fromEntries(texts));
  const configuration = new Configuration({ fileSystem, supplies, rules, over });
  const found = await supplies.supply(() => configuration.resolve(path));
  return (id: string) => found.rules.get(id)?.options;
}

const root = '/p/pgconflint.config.json';
const path = '/p/a/pg_hba.conf';

describe('settings', () => {
  test.each(Object.keys(sharedOptions))('%s is the option of at least four rules, with one schema', (name) => {
    const having = rules.filter(({ meta }) => Object.hasOwn(meta.options ?? {}, name));
    expect(having.length).toBeGreaterThanOrEqual(4);
    for (const { id, meta } of having) expect([id, meta.options![name]]).toEqual([id, sharedOptions[name as 'allow']]);
  });

  test('give every rule its option', async () => {
    const options = await optionsOf({ [root]: { extends: 'all', settings: { superusers: ['admin'] } } }, path);
    for (const id of [
      'hba/no-remote-superuser',
      'hba/replication-role',
      'ident/broad-map',
      'conf/primary-conninfo-role',
    ])
      expect([id, options(id)?.['superusers']]).toEqual([id, ['admin']]);
    expect(options('hba/no-trust')).not.toHaveProperty('superusers');
    expect(options('hba/no-trust')).toHaveProperty('allow', []);
  });

  test('yield to what an entry says, also where that is the default', async () => {
    const entry = ['on', { superusers: ['postgres'] }];
    const config = { settings: { superusers: ['admin'] }, rules: { 'hba/no-remote-superuser': entry } };
    const options = await optionsOf({ [root]: config }, path);
    expect(options('hba/no-remote-superuser')).toHaveProperty('superusers', ['postgres']);
    expect(options('ident/broad-map')).toHaveProperty('superusers', ['admin']);
  });

  test('stand where an entry names other options, or none', async () => {
    const config = {
      settings: { superusers: ['admin'] },
      rules: { 'hba/no-remote-superuser': ['warn', { includeAll: true }], 'ident/broad-map': 'warn' },
    };
    const options = await optionsOf({ [root]: config }, path);
    expect(options('hba/no-remote-superuser')).toMatchObject({ includeAll: true, superusers: ['admin'] });
    expect(options('ident/broad-map')).toHaveProperty('superusers', ['admin']);
  });

  test('an entry of a farther configuration is not forgotten, a preset of a nearer one takes its place', async () => {
    const entry = { 'hba/no-remote-superuser': ['on', { superusers: ['dba'] }] };
    const near = '/p/a/pgconflint.config.json';
    const settings = { superusers: ['admin'] };
    const kept = await optionsOf({ [root]: { rules: entry }, [near]: { settings } }, path);
    expect(kept('hba/no-remote-superuser')).toHaveProperty('superusers', ['dba']);
    const replaced = await optionsOf({ [root]: { rules: entry }, [near]: { extends: 'strict', settings } }, path);
    expect(replaced('hba/no-remote-superuser')).toHaveProperty('superusers', ['admin']);
  });

  test('the nearest configuration that speaks of one holds, and each name is for itself', async () => {
    const allow = [{ user: ['app'] }];
    const files = {
      [root]: { settings: { superusers: ['far'], allow } },
      '/p/a/pgconflint.config.json': { settings: { superusers: ['near'] } },
    };
    const options = await optionsOf(files, path);
    expect(options('hba/no-remote-superuser')).toMatchObject({ superusers: ['near'], allow });
    const above = await optionsOf(files, '/p/pg_hba.conf');
    expect(above('hba/no-remote-superuser')).toMatchObject({ superusers: ['far'], allow });
  });

  test('hold in overrides for their files alone', async () => {
    const config = { overrides: [{ files: 'a/**', settings: { superusers: ['admin'] } }] };
    const inside = await optionsOf({ [root]: config }, path);
    const outside = await optionsOf({ [root]: config }, '/p/b/pg_hba.conf');
    expect(inside('hba/no-remote-superuser')).toHaveProperty('superusers', ['admin']);
    expect(outside('hba/no-remote-superuser')).toHaveProperty('superusers', ['postgres']);
  });

  test('an unknown one and a value of another type are refused with their line', async () => {
    await expect(optionsOf({ [root]: { settings: { superuser: ['x'] } } }, path)).rejects.toThrow(/superuser/);
    await expect(optionsOf({ [root]: { settings: { superusers: 'x' } } }, path)).rejects.toThrow(/must be a list/);
  });
});
