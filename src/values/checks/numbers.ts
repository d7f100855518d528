/** Integer parameters whose check hook decides beyond their bounds. */
import { describeNumber } from '../format.js';
import { accept, refuse, undecidable } from '../readings.js';
import type { Check } from './check.js';

/** autovacuum_work_mem: too small an amount is raised silently; -1 means maintenance_work_mem. */
export const checkAutovacuumWorkMem: Check = ({ value, major }) => {
  const least = major >= 17 ? 64 : 1024;
  const amount = value as number;
  return accept(amount === -1 ? amount : Math.max(amount, least));
};

/** wal_buffers: fewer than four pages are raised to four; -1 lets the server choose. */
export const checkWalBuffers: Check = ({ value }) => {
  const pages = value as number;
  return accept(pages === -1 ? pages : Math.max(pages, 4));
};

/** vacuum_buffer_usage_limit (16 and later): 0, or at least 128 kB. */
export const checkVacuumBufferUsageLimit: Check = ({ parameter, value }) => {
  const size = value as number;
  if (size === 0 || size >= 128) return accept(size);
  return refuse(
    `vacuum_buffer_usage_limit must be 0 or at least 128 kB, and ${describeNumber(parameter, size)} is less.`,
  );
};

/** The sizes of the small caches (17 and later, slru.c): multiples of 16 pages. */
export const checkCachePages: Check = ({ parameter, value }) => {
  const pages = value as number;
  if (pages % 16 === 0) return accept(pages);
  const near = Math.max(16, Math.round(pages / 16) * 16);
  return refuse(
    `${parameter.name} must be a multiple of 16 pages (128 kB), and ${pages} is not; the nearest one is ${near}.`,
  );
};

/** io_max_concurrency (18 and later): -1 lets the server choose; 0 is within the bounds but refused. */
export const checkIoMaxConcurrency: Check = ({ value }) =>
  value === 0 ? refuse('io_max_concurrency must be -1 (the server chooses) or at least 1.') : accept(value);

/** The usual stack of a process (8 MB) less what the server keeps for itself. */
const usualStack = 7680;

/** max_stack_depth: at most the limit of the machine for a process's stack less 512 kB; 8 MB is what Linux and macOS give. */
export const checkMaxStackDepth: Check = ({ parameter, value }) => {
  const depth = value as number;
  if (depth <= usualStack) return accept(depth);
  return undecidable(
    `max_stack_depth = ${describeNumber(parameter, depth)} needs a larger stack than the usual 8 MB (ulimit -s)`,
    depth,
  );
};
