/**
 * The day of a run as `YYYY-MM-DD`. It is UTC's, so that a suppression expires everywhere at once, whatever the time zone
 * of a machine.
 */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
