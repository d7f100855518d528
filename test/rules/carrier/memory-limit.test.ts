import { expect, test } from '@jest/globals';
import rule from '../../../rules/carrier/memory-limit.js';
import { testRule } from '../../../src/linter/rule-tester.js';
import { makeFolder } from '../../cli/folder.js';
import { runIn } from '../../cli/terminal.js';
import { cluster, command, compose, found, pod, setting } from './containers.js';

testRule(rule, {
  valid: [
    { name: 'no limit', ...compose(command('-c shared_buffers=64GB')) },
    { name: 'enough', ...compose(`    mem_limit: 4g\n${command('-c shared_buffers=1GB')}`) },
    {
      name: 'a limit that a variable decides',
      ...compose(`    mem_limit: \${M}\n${command('-c shared_buffers=9GB')}`),
    },
    { name: 'the default, which nobody set', ...compose(`    mem_limit: 64m\n${command('-c work_mem=1MB')}`) },
    { name: 'a request bounds nothing', ...compose(`    mem_reservation: 1g\n${command('-c shared_buffers=2GB')}`) },
    { name: 'no size', ...compose(`    mem_limit: much\n${command('-c shared_buffers=2GB')}`) },
  ],
  invalid: [
    ...[
      ['mem_limit: 512m', 'mem_limit', '512m'],
      ['mem_limit: ${MEMORY:-0.5gb}', 'mem_limit', '${MEMORY:-0.5gb}'],
      ['deploy: { resources: { limits: { memory: 512M } } }', 'deploy.resources.limits.memory', '512M'],
    ].map(([key, name, written]) => {
      const one = compose(`    ${key}\n${command('-c shared_buffers=1GB')}`);
      const message = `shared_buffers does not fit into the container. It is 1GB, and ${name} is ${written}: the kernel kills the server. Set shared_buffers to a quarter of that, 128MB, or raise ${name}.`;
      const suggestions = [setting(one, 'shared_buffers', '1GB', '128MB')];
      return { name: key!, ...one, errors: [{ ...found(one, 'above', '1GB', message), suggestions }] };
    }),
    ...[
      {
        name: 'words of a container',
        ...pod('      args: [-B, "131072"]\n      resources: { limits: { memory: 1Gi } }\n'),
        value: '131072',
        written: undefined,
      },
      {
        name: 'an operator',
        ...cluster('  resources:\n    limits:\n      memory: 1Gi\n', '      shared_buffers: "1GB"\n'),
        value: '"1GB"',
        written: '"256MB"',
      },
      {
        name: 'a ConfigMap that a container mounts',
        ...pod(
          '      resources: { limits: { memory: 1Gi } }\n      volumeMounts: [{ name: c, mountPath: /var/lib/postgresql/data/postgresql.conf, subPath: postgresql.conf }]\n',
          '  volumes: [{ name: c, configMap: { name: m } }]\n---\nkind: ConfigMap\nmetadata: { name: m }\ndata:\n  postgresql.conf: |\n    shared_buffers = 2GB\n',
        ),
        value: '2GB',
        written: undefined,
      },
      {
        name: 'a file that a service mounts',
        files: {
          'postgresql.conf': 'shared_buffers = 2GB\n',
          'compose.yaml': `services:\n  db:\n    image: postgres:17\n    mem_limit: 1g\n    volumes: ["./postgresql.conf:/etc/postgresql.conf"]\n`,
        },
        value: '2GB',
        written: undefined,
      },
    ].map(({ value, written, ...one }) => {
      const suggestions = [setting(one, 'shared_buffers', value, '256MB', written)];
      return { ...one, errors: [{ ...found(one, 'above', value), suggestions }] };
    }),
  ],
});

test('the limit is another place of the problem', async () => {
  const here = makeFolder(compose(`    mem_limit: 512m\n${command('-c shared_buffers=1GB')}`).files);
  const { output } = await runIn(here, ['lint', '--format', 'json']);
  expect(JSON.parse(output)).toMatchObject([
    {
      messages: [{ ruleId: 'carrier/memory-limit', related: [{ line: 4, column: 16, message: 'mem_limit is 512m' }] }],
    },
  ]);
});
