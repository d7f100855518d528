import { listMajors } from '../linter/engine/targets.js';
import { type MessageParts, splitMessage } from '../linter/message-parts.js';
import type { Problem } from '../linter/problem.js';

/** The parts of a problem's message, the headline with the majors where it does not hold for all. */
export function partsOf({ message, told, targets }: Pick<Problem, 'message' | 'told' | 'targets'>): MessageParts {
  const parts = told ?? splitMessage(message);
  return targets === undefined
    ? parts
    : { ...parts, headline: `${parts.headline} (PostgreSQL ${listMajors(targets)})` };
}
