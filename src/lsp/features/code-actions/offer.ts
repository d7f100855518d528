import type { Edit } from '../../../linter/problem.js';

/** What is offered at one place: a title and edits, not yet in the client's form. */
export interface Offer {
  title: string;
  kind: string;
  /** Undefined where the file cannot hold them. */
  edits: Edit[] | undefined;
}
