import { prefixLength } from '../../src/rule-kit/addresses/networks.js';
import { replaceToken } from '../../src/rule-kit/edits/records.js';
import { isTaken } from '../../src/rule-kit/records/records.js';
import { type Address, defineRule } from '../../src/rule-kit/rule.js';

type Network = Extract<Address, { kind: 'network' }>;

export default defineRule({
  id: 'hba/netmask',
  meta: {
    type: 'problem',
    summary: 'Report netmasks with holes, and on request every netmask column',
    category: 'network',
    concern: 'meaning',
    presets: ['recommended'],
    options: {
      preferPrefix: {
        type: 'boolean',
        default: false,
        description: 'Report every netmask column that a prefix length can replace.',
      },
    },
    sameCause: 'file',
    eachRecordAlone: true,
    messages: {
      holes: {
        headline: '{mask} is not the mask of one network',
        why: 'It has holes: {count} scattered addresses match.',
        help: 'Write it like 10.0.0.0/16.',
      },
      prefix: {
        headline: 'The netmask {mask} is the same as /{length}',
        help: 'Write {text}.',
      },
    },
    fix: 'safe',
  },
  create({ options, report }) {
    return {
      HbaRecord(record) {
        const { address } = record;
        if (!isTaken(record) || address?.kind !== 'network' || address.maskToken === undefined) return;
        const { token, maskToken } = address;
        const length = prefixLength(address);
        if (length === undefined) {
          const { file, start, end } = maskToken;
          const data = { mask: maskToken.value, count: countOf(address) };
          report({ messageId: 'holes', data, at: { file, start, end } });
          return;
        }
        if (!options.preferPrefix || maskToken.file !== token.file) return;
        const at = { file: token.file, start: token.start, end: maskToken.end };
        const text = `${token.value}/${length}`;
        report({
          messageId: 'prefix',
          data: { mask: maskToken.value, length, text },
          at,
          // Both columns in one line; a continuation between them is left alone.
          fix: token.file.text.slice(at.start, at.end).includes('\n')
            ? undefined
            : { title: `Write ${text}`, safety: 'safe', edits: replaceToken(at, text) },
        });
      },
    };
  },
});

/** How many addresses match, as a message says it. */
function countOf({ family, mask }: Network): string {
  const bits = family === 4 ? 32 : 128;
  const zeros = bits - mask.toString(2).replaceAll('0', '').length;
  return zeros < 20 ? String(2 ** zeros) : `2^${zeros}`;
}
