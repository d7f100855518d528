import { cisBenchmarks } from './cis.js';
import { perconaBenchmark } from './percona.js';
import { stigBenchmark } from './stig.js';
import type { Benchmark } from './types.js';

/** Every benchmark that an audit knows. */
export const benchmarks: readonly Benchmark[] = [...cisBenchmarks, stigBenchmark, perconaBenchmark];
