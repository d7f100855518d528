import type { Major } from '../../catalog/majors.js';
import type { Budget } from '../budget.js';

/** What comparing regions needs to know. */
export interface Comparing {
  /** The major whose regular expressions count. */
  target: Major;
  /** What comparing expressions with names is paid from. */
  budget: Budget;
}
