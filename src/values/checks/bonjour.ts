import { accept, undecidable } from '../readings.js';
import type { Check } from './check.js';

/** bonjour: only servers built for it take `on`; those of Linux distributions do not. */
export const checkBonjour: Check = ({ value }) =>
  value === true
    ? undecidable('bonjour = on needs a server built with Bonjour, as on macOS', true)
    : accept(false, 'off');
