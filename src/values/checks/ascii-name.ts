import { toBytes } from '../bytes.js';
import { accept } from '../readings.js';
import type { Check } from './check.js';

/** NAMEDATALEN less the end of the string. */
const maxBytes = 63;

/**
 * application_name and cluster_name: cut to 63 bytes, then every byte that is not printable ASCII is replaced,
 * by `?` up to 15 and by its hexadecimal escape from 16 (pg_clean_ascii).
 */
export const checkAsciiName: Check = ({ text, major, surroundings }) => {
  const bytes = [...toBytes(text, surroundings.encoding).subarray(0, maxBytes)];
  const written = bytes.map((byte) => {
    if (byte >= 0x20 && byte <= 0x7e) return String.fromCharCode(byte);
    return major < 16 ? '?' : `\\x${byte.toString(16).padStart(2, '0')}`;
  });
  return accept(written.join(''));
};
