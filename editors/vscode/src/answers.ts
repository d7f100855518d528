/** What the server answers to requests of its own: src/lsp/cluster-of.ts and src/lsp/access.ts of the project. */
import type { AccessAnswer as Access } from '../../../src/lsp/access.js';
import type { ClusterAnswer as Cluster } from '../../../src/lsp/cluster-of.js';

export type AccessAnswer = Access;
export type ClusterAnswer = Cluster;
export type FileKind = Cluster['kind'];
