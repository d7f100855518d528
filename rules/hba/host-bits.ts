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
    eachRecordAlone: true,
    messages: {
      nobody: {
        headline: '{written} matches no client',
        why: 'No client has such an address.',
        help: 'Write {right} for every IPv{family} address.',
      },
      networkAddress: {
        headline: '{written} matches one host only',
        why: '{address} is the address of a network.',
        help: 'Write {right} for the network.',
      },
      short: {
        headline: '{written} is the network {network}',
        why: 'The last part fills the missing ones.',
        help: 'Write {right}.',
      },
      octal: {
        headline: '{written} is the network {network}',
        why: 'A part that begins with 0 is octal.',
        help: 'Write {right}.',
      },
      hostBits: {
        headline: '{written} matches all of {network}',
        why: 'Only its first {length} bits count.',
        help: 'Write {network}, or {host} for one host.',
      },
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

type Network = Extract<Address, { kind: 'network' }>;

/** An address that is read as another one than its spelling suggests, and what was meant. */
interface OddSpelling {
  messageId: 'nobody' | 'networkAddress' | 'short' | 'octal';
  right: string;
  data: Record<string, string | number>;
}

function oddSpelling(address: Network): OddSpelling | undefined {
  const odd = (address.family === 4 ? oddParts(address) : undefined) ?? oddNetwork(address);
  if (odd === undefined || odd === 'plain') return undefined;
  const { family, token, maskToken, mask } = address;
  const ending = maskToken === undefined ? endingOf(address) : ` ${maskToken.value}`;
  const data = {
    written: maskToken === undefined ? token.value : `${token.value} ${maskToken.value}`,
    family,
    address: formatAddress(address.address, family),
    network: `${formatAddress(address.address & mask, family)}${ending}`,
    right: odd.right,
  };
  return { ...odd, data };
}

/** What stands behind the address in its column; with a mask column, the address alone is replaced. */
function endingOf({ token: { value } }: Network): string {
  const slash = value.indexOf('/');
  return slash === -1 ? '' : value.slice(slash);
}

/** Nearly every address is written so. */
const plainParts = /^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){3}(?:\/|$)/;

/** Parts that are missing or octal; `plain` where octal parts say what they seem to say. */
function oddParts(address: Network): Omit<OddSpelling, 'data'> | 'plain' | undefined {
  const { value } = address.token;
  if (plainParts.test(value)) return undefined;
  const [written = ''] = value.split('/');
  const parts = written.split('.');
  const decimal = parts.map(Number);
  if (!parts.every((part) => /^\d+$/.test(part)) || decimal.some((part) => part > 255)) return undefined;
  const ending = endingOf(address);
  if (parts.length > 1 && parts.length < 4)
    return { messageId: 'short', right: `${[...parts, '0', '0'].slice(0, 4).join('.')}${ending}` };
  if (!parts.some((part) => /^0\d/.test(part))) return undefined;
  if (formatAddress(address.address, 4) === decimal.join('.')) return 'plain';
  return { messageId: 'octal', right: `${decimal.join('.')}${ending}` };
}

function oddNetwork(address: Network): Omit<OddSpelling, 'data'> | undefined {
  if (isOneOfNetwork(address)) {
    const length = address.address === 0x7f00_0000n ? 8 : 24;
    return { messageId: 'networkAddress', right: `${formatAddress(address.address, address.family)}/${length}` };
  }
  if (!isNobody(address)) return undefined;
  return { messageId: 'nobody', right: address.family === 4 ? '0.0.0.0/0' : '::/0' };
}

/** Whether a single address is that of a network: it ends in 0, as hardly any machine's does. */
function isOneOfNetwork({ family, address, mask }: Network): boolean {
  return family === 4 && Number(address) % 0x100 === 0 && address !== 0n && prefixLength({ family, mask }) === 32;
}
