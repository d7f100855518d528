import { markdownTable } from 'markdown-table';
import type { Measured } from './measure.js';

/** One line of the table that `npm run bench` prints. */
export interface Row {
  /** What is done. */
  work: string;
  /** Who does it. */
  by: string;
  /** Milliseconds by the wall, the median. */
  time: number;
  /** Milliseconds of processor time, the median. */
  processor?: number | undefined;
  /** Megabytes. */
  memory?: number | undefined;
  /** What it is compared with, in the same run. */
  than: string;
  /** How many times the time of that. */
  ratio: number;
  /** How many times the processor time of that. */
  processorRatio?: number | undefined;
}

/** The rows of what was measured in alternation: all are compared with the first one. */
export function rowsOf(work: string, measured: readonly Measured[]): Row[] {
  return measured.map(({ name, time, processor, memory, timeRatio, processorRatio }) => ({
    work,
    by: name,
    time,
    processor,
    memory,
    than: measured[0]!.name,
    ratio: timeRatio,
    processorRatio,
  }));
}

/** The rows as a table in Markdown. */
export function tableOf(rows: readonly Row[]): string {
  const head = ['work', 'by', 'time (ms)', 'processor (ms)', 'memory (MB)', 'compared with', 'time', 'processor'];
  const body = rows.map((row) => [
    row.work,
    row.by,
    written(row.time),
    written(row.processor),
    row.memory === undefined ? '' : row.memory.toFixed(0),
    row.than,
    times(row.ratio),
    times(row.processorRatio),
  ]);
  return markdownTable([head, ...body], { align: ['l', 'l', 'r', 'r', 'r', 'l', 'r', 'r'] });
}

function written(milliseconds: number | undefined): string {
  if (milliseconds === undefined) return '';
  return milliseconds.toFixed(milliseconds < 100 ? 1 : 0);
}

function times(ratio: number | undefined): string {
  return ratio === undefined ? '' : `${ratio.toFixed(2)} ×`;
}

/** Runs a benchmark alone where its file is the one that was started. */
export async function printAlone(url: string, run: () => Promise<Row[]>): Promise<void> {
  if (process.argv[1] === undefined || url !== `file://${process.argv[1]}`) return;
  console.log(tableOf(await run()));
}
