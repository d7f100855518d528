import { accept, refuse } from '../readings.js';
import type { Check } from './check.js';

/** role: a file is read before anything is known of roles, so that only `none` in small letters passes. */
export const checkRole: Check = ({ value }) => {
  if (value === 'none') return accept(value);
  return refuse(
    'role cannot be set in a file, because the server reads its files before it knows any role. Remove the line; ALTER ROLE … SET role sets it for sessions.',
  );
};

/** session_authorization: fails for the same reason, whatever the value. */
export const checkSessionAuthorization: Check = () =>
  refuse(
    'session_authorization cannot be set in a file, because the server reads its files before it knows any role. Remove the line.',
  );
