import rule from '../../../rules/conf/windows-memory.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const windows = 'dynamic_shared_memory_type = windows\n';

/** Up to 17 MAX_KILOBYTES of guc.h is INT_MAX / 1024 there; a server of 17.5 on Windows says (1024 kB .. 2097151 kB). */
const tooMuch = (before: string, name: string, value: string) => ({
  conf: `${before}${name} = ${value}\n`,
  postgres: [13, 17] as const,
  errors: [
    {
      messageId: 'tooMuch',
      line: 2,
      text: value,
      suggestions: [{ title: `Set ${name} = 2047MB`, output: `${before}${name} = 2047MB\n` }],
    },
  ],
});

testRule(rule, {
  valid: [
    { name: 'the most that there is', conf: `${windows}maintenance_work_mem = 2097151kB\n`, postgres: 17 },
    { name: 'not on Windows', conf: 'maintenance_work_mem = 10GB\n', postgres: 17 },
    { name: 'the bound is gone', conf: `${windows}maintenance_work_mem = 10GB\n`, postgres: 18 },
    { name: 'the bound is not for this one', conf: `${windows}effective_cache_size = 48GB\n`, postgres: 17 },
  ],
  invalid: [
    tooMuch(windows, 'maintenance_work_mem', '10GB'),
    tooMuch("data_directory = 'D:/pg/data'\n", 'work_mem', '2GB'),
    tooMuch("lc_messages = 'German_Germany.1252'\n", 'maintenance_work_mem', '4GB'),
  ],
});
