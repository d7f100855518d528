/** Parameters that describe one transaction: a file may name them, and nothing comes of it. */
import { accept, refuse } from '../readings.js';
import type { Check } from './check.js';

const levels = ['serializable', 'repeatable read', 'read committed', 'read uncommitted', 'default'];

/** transaction_isolation: 10 and 11 read it as a string, in small letters. */
export const checkTransactionIsolation: Check = ({ text, major }) => {
  if (major >= 12) return accept('read committed');
  if (levels.includes(text)) return accept('default');
  const meant = levels.find((level) => level === text.toLowerCase());
  return refuse(
    `'${text}' is not an isolation level: write serializable, repeatable read, read committed or read uncommitted.`,
    meant,
  );
};

/** transaction_read_only and transaction_deferrable. */
export const checkTransactionFlag: Check = () => accept(false, 'off');
