import rule from '../../../rules/carrier/shared-memory.js';
import { testRule } from '../../../src/linter/rule-tester.js';
import { command, compose, found } from './containers.js';

const hash = compose(command('-c work_mem=32MB'));
const old = { ...compose(command('-c work_mem=32MB'), 'postgres:12'), postgres: 12 as const };
const small = compose(`    shm_size: 128mb\n${command('-c work_mem=64MB')}`);

testRule(rule, {
  valid: [
    { name: 'enough', ...compose(`    shm_size: 512mb\n${command('-c work_mem=64MB')}`) },
    { name: 'the memory of the machine', ...compose(`    ipc: host\n${command('-c work_mem=64MB')}`) },
    { name: 'another volume', ...compose(`    volumes: [shm:/dev/shm]\n${command('-c work_mem=64MB')}`) },
    { name: 'no parallel queries', ...compose(command('-c work_mem=64MB -c max_parallel_workers_per_gather=0')) },
    { name: 'files in place of memory', ...compose(command('-c work_mem=64MB -c dynamic_shared_memory_type=mmap')) },
    { name: 'no shared hash', ...compose(command('-c work_mem=64MB -c enable_parallel_hash=off')) },
    { name: 'defaults', ...compose(command('-c port=5433')) },
  ],
  invalid: [
    {
      ...hash,
      errors: [
        found(
          hash,
          'hash',
          '32MB',
          'Parallel queries may need more than /dev/shm holds. One parallel hash join may take work_mem 32 MB × hash_mem_multiplier 2 × 3 processes = 192 MB, and shm_size is 64m. Set shm_size to 192 MB or more, or lower work_mem.',
        ),
      ],
    },
    { name: 'a major without the factor', ...old, errors: [found(old, 'hash', '32MB')] },
    { name: 'less than is asked for', ...small, errors: [found(small, 'hash', '64MB')] },
  ],
});
