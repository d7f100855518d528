import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { project } from './programs.js';

interface Job {
  permissions?: Record<string, string>;
  steps: { uses?: string; run?: string }[];
}

const folder = `${project}.github/workflows`;
const workflows = readdirSync(folder).map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')] as const);

describe.each(workflows)('%s', (_, text) => {
  const workflow: { permissions: Record<string, string>; jobs: Record<string, Job> } = parse(text);

  test('has every action by its commit', () => {
    const used = Object.values(workflow.jobs).flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? []));
    for (const action of used) expect(action).toMatch(/@[0-9a-f]{40}$/);
  });

  test('gives no job more than it needs: what has rights installs and tests nothing', () => {
    expect(Object.values(workflow.permissions).filter((right) => right !== 'read')).toEqual([]);
    for (const { permissions = {}, steps } of Object.values(workflow.jobs)) {
      if (!Object.values(permissions).includes('write')) continue;
      for (const { run = '' } of steps) expect(run).not.toMatch(/npm (?:ci|install|run|test)|npx/);
    }
  });
});
