import { relativePath } from '../files/paths.js';
import type { AccessQuestion } from './matrix.js';

/** What makes answers uncertain, or keeps a server from using these records at all; one sentence each. */
export function remarksOnHba({ hba, cluster, folder }: Pick<AccessQuestion, 'hba' | 'cluster' | 'folder'>): string[] {
  const remarks: string[] = [];
  const errors = [...hba.errors, ...hba.records.flatMap(({ error }) => error ?? [])];
  const refused = errors.filter((error) => error.severity === 'error' && error.assumes === undefined);
  const [first] = refused;
  if (first !== undefined) {
    const place = `${relativePath(first.file.path, folder)}:${first.line ?? 1}`;
    const more = refused.length > 1 ? `, and ${refused.length - 1} more` : '';
    remarks.push(
      `The server refuses this file, so nothing of it counts (${place}: ${first.message.replace(/\.$/, '')}${more}). The answer is for the other lines.`,
    );
  }
  for (const error of hba.errors) {
    if (error.severity === 'warning') remarks.push(`${relativePath(error.file.path, folder)}: ${error.message}`);
  }
  for (const { path, explanation } of cluster.configuration.unread) {
    remarks.push(`${relativePath(path, folder)} is not read, ${explanation}: it may set more.`);
  }
  return remarks;
}
