import type { AcceptedValue, RefusedValue, UndecidableValue } from './types.js';

/**
 * A value that the server takes.
 *
 * @param value what it means; for a string also what the server prints
 * @param canonical what the server prints, where that differs
 */
export function accept(value: boolean | number | string, canonical = String(value)): AcceptedValue {
  return { ok: true, value, canonical };
}

/**
 * A value that the server refuses.
 *
 * @param message what is wrong and what would be right
 * @param suggestion what was certainly meant
 */
export function refuse(message: string, suggestion?: string): RefusedValue {
  const advice = suggestion === undefined ? '' : ` Write ${suggestion === '' ? "''" : suggestion}.`;
  return { ok: false, code: 'invalid-value', message: message + advice, suggestion };
}

/**
 * A value on which files alone do not decide.
 *
 * @param reason on what the answer depends
 * @param value what it means to a server that takes it
 */
export function undecidable(reason: string, value?: boolean | number | string): UndecidableValue {
  return { ok: undefined, reason, value };
}
