import rule from '../../../rules/carrier/memory-budget.js';
import { testRule } from '../../../src/linter/rule-tester.js';
import { command, compose, found, setting } from './containers.js';

const many = compose(`    mem_limit: 1g\n${command('-c max_connections=300 -c maintenance_work_mem=128MB')}`);
const twice = compose(`    mem_reservation: 1.5g\n${command('-c work_mem=8MB -c autovacuum_work_mem=1MB')}`);
const large = compose(`    mem_limit: 2g\n${command('-c shared_buffers=1GB -c effective_cache_size=4GB')}`);

testRule(rule, {
  valid: [
    { name: 'enough', ...compose(`    mem_limit: 1g\n${command('-c work_mem=4MB')}`) },
    { name: 'only defaults', ...compose(`    mem_limit: 256m\n${command('-c port=5433')}`) },
    {
      name: 'what another file may set',
      ...compose(`    mem_limit: 256m\n${command('-c config_file=/etc/p.conf -c work_mem=4MB')}`),
    },
  ],
  invalid: [
    {
      name: 'the largest part that is set has the place, and the arithmetic is told',
      ...many,
      errors: [
        found(
          many,
          'sum',
          '300',
          'The server may use more memory than its container has. shared_buffers 128 MB + max_connections 300 × work_mem 4 MB + autovacuum_max_workers 3 × maintenance_work_mem 128 MB = 1.7 GB, and mem_limit is 1g: the kernel kills processes beyond that. Lower max_connections or work_mem, or raise mem_limit.',
        ),
      ],
    },
    {
      name: 'work_mem more than once, autovacuum by itself, a request',
      ...twice,
      options: { workMemPerConnection: 2 },
      errors: [found(twice, 'sum', '8MB')],
    },
    {
      name: 'buffers and cache',
      ...large,
      errors: [
        { ...found(large, 'half', '1GB'), suggestions: [setting(large, 'shared_buffers', '1GB', '512MB')] },
        { ...found(large, 'cache', '4GB'), suggestions: [setting(large, 'effective_cache_size', '4GB', '1536MB')] },
      ],
    },
  ],
});
