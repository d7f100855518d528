import { prefixLength } from '../../src/rule-kit/addresses/networks.js';
import { formatAddress } from '../../src/rule-kit/addresses/numeric.js';
import { replaceToken } from '../../src/rule-kit/edits/records.js';
import { allowOption, isAllowed } from '../../src/rule-kit/records/allow.js';
import { isNobody, isTaken } from '../../src/rule-kit/records/records.js';
import { type Address, defineRule } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'hba/host-bits',
  meta: {
    type: 'problem',
    summary: 'Report networks that are written with the address of one machine in them',
    category: 'network',
    concern: 'meaning',
    severity: 'warning',
    presets: ['recommended', { preset: 'strict', severity: 'error' }],
    options: { allow: allowOption },
    sameCause: 'file',
    yieldsTo: [{ rule: 'hba/public-network', by: 'record', messages: ['hostBits'] }],
    messages: {
      nobody: '{written} lets nobody in: no client has such an address. Write {right} for every IPv{family} address.',
      networkAddress:
        '{written} lets in one machine only, and {address} is the address of a network. Write {right} for the network.',
      short:
        '{written} is the network {network}: the last part of a short address fills what is missing, so it is read as {address}. Write {right}.',
      octal:
        '{written} is the network {network}: a part that begins with 0 is octal, so it is read as {address}. Write {right}.',
      hostBits:
        '{written} matches the whole network {network}: the bits of {address} after the first {length} do not count. Write {network}, or {host} if one machine is meant.',
    },
    suggestions: true,
  },
  create({ options, report }) {
    return {
      HbaRecord(record) {
        const { address } = record;
        if (!isTaken(record) || address?.kind !== 'network') return;
        const odd = oddSpelling(address);
        if (odd !== undefined && !isAllowed(record, options.allow)) {
          const { file, start, end } = address.token;
          // What replaces the whole network replaces the mask column with it.
          const last = odd.right.includes('/') && address.maskToken?.file === file ? address.maskToken.end : end;
          const at = { file, start, end: last };
          const edits = replaceToken(at, odd.right);
          report({
            messageId: odd.messageId,
            data: odd.data,
            at,
            suggestions: [{ title: `Write ${odd.right}`, edits }],
          });
          return;
        }
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

/** An address that is read as another one than its spelling suggests, and what was meant. */
function oddSpelling(
  address: Extract<Address, { kind: 'network' }>,
):
  | { messageId: 'nobody' | 'networkAddress' | 'short' | 'octal'; right: string; data: Record<string, string | number> }
  | undefined {
  const { family, token, maskToken, mask } = address;
  // With a mask column, the address alone is replaced.
  const [written = '', prefix] = token.value.split('/');
  const ending = prefix === undefined ? '' : `/${prefix}`;
  const shown = maskToken === undefined ? token.value : `${token.value} ${maskToken.value}`;
  const parts = written.split('.');
  const data = {
    written: shown,
    family,
    address: formatAddress(address.address, family),
    network: `${formatAddress(address.address & mask, family)}${maskToken === undefined ? ending : ` ${maskToken.value}`}`,
  };
  const isNumeric = family === 4 && parts.every((part) => /^\d+$/.test(part));
  if (isNumeric && parts.length > 1 && parts.length < 4 && parts.every((part) => Number(part) <= 255)) {
    const right = `${[...parts, '0', '0'].slice(0, 4).join('.')}${ending}`;
    return { messageId: 'short', right, data: { ...data, right } };
  }
  const decimal = parts.map(Number);
  if (isNumeric && parts.some((part) => /^0\d/.test(part)) && decimal.every((part) => part <= 255)) {
    const right = `${decimal.join('.')}${ending}`;
    if (formatAddress(address.address, 4) === decimal.join('.')) return undefined;
    return { messageId: 'octal', right, data: { ...data, right } };
  }
  if (isOneOfNetwork(address)) {
    const right = `${data.address}/${address.address === 0x7f00_0000n ? 8 : 24}`;
    return { messageId: 'networkAddress', right, data: { ...data, right } };
  }
  if (!isNobody(address)) return undefined;
  const right = family === 4 ? '0.0.0.0/0' : '::/0';
  return { messageId: 'nobody', right, data: { ...data, right } };
}

/** Whether a single address is that of a network: it ends in 0, as hardly any machine's does. */
function isOneOfNetwork({ family, address, mask }: Extract<Address, { kind: 'network' }>): boolean {
  return family === 4 && prefixLength({ family, mask }) === 32 && address !== 0n && (address & 0xffn) === 0n;
}
