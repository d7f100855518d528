import { canonicalizePath } from '../../files/canonical-path.js';
import { accept } from '../readings.js';
import type { Check } from './check.js';

/** Paths that the server writes in their shortest form (check_canonical_path): never an error. */
export const checkCanonicalPath: Check = ({ text, major }) => accept(canonicalizePath(text, major));
