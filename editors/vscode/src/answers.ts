/** What the server answers to requests of its own: src/lsp/features/questions/cluster-of.ts and src/lsp/features/questions/access.ts of the project. */
import type { AccessAnswer as Access } from '../../../src/lsp/features/questions/access.js';
import type { ClusterAnswer as Cluster } from '../../../src/lsp/features/questions/cluster-of.js';

export type AccessAnswer = Access;
export type ClusterAnswer = Cluster;
export type FileKind = Cluster['kind'];
