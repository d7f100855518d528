import { importTests } from './import-tests.js';

await importTests('carrier');
