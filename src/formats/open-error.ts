/** Why a file or folder is not read. `outside`: it stands outside the workspace, and nobody said to follow it. */
export type OpenFailure =
  | 'missing'
  | 'directory'
  | 'not-a-directory'
  | 'other'
  | 'unreadable'
  | 'too-large'
  | 'outside';

/** A file or folder that is not read, and why. */
export interface OpenError {
  path: string;
  reason: OpenFailure;
  /** A half sentence for messages, without the path: `it does not exist`, `permission denied (mode 0640, owner postgres)`. */
  explanation: string;
}

/** Tells a failure from what could be read. */
export function isOpenError(result: object): result is OpenError {
  return 'reason' in result;
}

const explanations: Record<OpenFailure, string> = {
  missing: 'it does not exist',
  directory: 'it is a directory',
  'not-a-directory': 'it is not a directory',
  other: 'it is not a regular file',
  unreadable: 'it cannot be read',
  'too-large': 'it is larger than any configuration file',
  outside: 'it stands outside the workspace',
};

/**
 * Makes the failure for a path.
 *
 * @param because what more is known of something that is unreadable
 */
export function openError(path: string, reason: OpenFailure, because?: string): OpenError {
  return { path, reason, explanation: (reason === 'unreadable' ? because : undefined) ?? explanations[reason] };
}
