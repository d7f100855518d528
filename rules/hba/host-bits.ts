import { prefixLength } from '../../src/rule-kit/addresses/networks.js';
import { formatAddress } from '../../src/rule-kit/addresses/numeric.js';
import { replaceToken } from '../../src/rule-kit/edits/records.js';
import { allowOption, isAllowed } from '../../src/rule-kit/records/allow.js';
import { isTaken } from '../../src/rule-kit/records/records.js';
import { defineRule } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'hba/host-bits',
  meta: {
    type: 'problem',
    summary: 'Report networks that are written with the address of one machine in them',
    category: 'network',
    severity: 'warning',
    presets: ['recommended', { preset: 'strict', severity: 'error' }],
    options: { allow: allowOption },
    sameCause: 'file',
    messages: {
      hostBits:
        '{written} matches the whole network {network}: the bits of {address} behind the first {length} do not count. Write {network}, or {host} if one machine is meant.',
    },
    suggestions: true,
  },
  create({ options, report }) {
    return {
      HbaRecord(record) {
        const { address } = record;
        if (!isTaken(record) || address?.kind !== 'network') return;
        const length = prefixLength(address);
        // One address has no bits behind it.
        if (length === (address.family === 4 ? 32 : 128)) return;
        const outside = address.address & ~address.mask;
        // A mask with holes is the business of hba/netmask; 0.0.0.0/0 and the like are networks.
        if (length === undefined || outside === 0n || isAllowed(record, options.allow)) return;
        const { family, token, maskToken } = address;
        const scope = address.scope === undefined ? '' : `%${address.scope}`;
        const own = formatAddress(address.address, family) + scope;
        const network = `${formatAddress(address.address & address.mask, family)}${scope}/${length}`;
        const host = `${own}/${family === 4 ? 32 : 128}`;
        const isWhole = maskToken === undefined || maskToken.file === token.file;
        const at = { file: token.file, start: token.start, end: isWhole ? (maskToken ?? token).end : token.end };
        report({
          messageId: 'hostBits',
          data: {
            written: maskToken === undefined ? token.value : `${token.value} ${maskToken.value}`,
            network,
            address: own,
            length,
            host,
          },
          at,
          suggestions: isWhole
            ? [network, host].map((text) => ({ title: `Write ${text}`, edits: replaceToken(at, text) }))
            : [],
        });
      },
    };
  },
});
