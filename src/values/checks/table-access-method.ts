import { accept, refuse } from '../readings.js';
import type { Check } from './check.js';

/** default_table_access_method (12 and later): anything but the empty text; whether it exists is asked when a session needs it. */
export const checkDefaultTableAccessMethod: Check = ({ value }) =>
  value === '' ? refuse('default_table_access_method cannot be empty.', 'heap') : accept(value);
