/** What the server answers to requests of its own: src/lsp/features/questions of the project. */
import type { ClusterAnswer } from '../../../src/lsp/features/questions/cluster-of.js';

export type { AccessAnswer } from '../../../src/lsp/features/questions/access.js';
export type { Refusal } from '../../../src/lsp/features/questions/asked-command.js';
export type { Choices } from '../../../src/lsp/features/questions/choices.js';
export type { AskedLogin, LoginAnswer } from '../../../src/lsp/features/questions/login.js';
export type { ReportAnswer } from '../../../src/lsp/features/questions/reports.js';
export type { SettingsAnswer } from '../../../src/lsp/features/questions/settings.js';
export type { WrittenAnswer } from '../../../src/lsp/features/questions/written.js';
export type { ClusterAnswer };
export type FileKind = ClusterAnswer['kind'];

/** Whether the server could not do the work, and says why. */
export function isRefusal(answer: object): answer is { refusal: string } {
  return 'refusal' in answer;
}
