import { prefixLength } from '../../src/rule-kit/addresses/networks.js';
import { allowOption, isAllowed } from '../../src/rule-kit/records/allow.js';
import { isEverywhere, isForReplication, isRemote } from '../../src/rule-kit/records/records.js';
import { type Address, defineRule } from '../../src/rule-kit/rule.js';

type Network = Extract<Address, { kind: 'network' }>;

/** Networks that the internet does not route: leading bits and how many of them count (RFC 1918, 6598, 3927, 4193, 4291). */
const privateNetworks: Readonly<Record<4 | 6, readonly (readonly [first: bigint, length: number])[]>> = {
  4: [
    [0x0a00_0000n, 8],
    [0xac10_0000n, 12],
    [0xc0a8_0000n, 16],
    [0x6440_0000n, 10],
    [0xa9fe_0000n, 16],
    [0x7f00_0000n, 8],
  ],
  6: [
    [0xfcn << 120n, 7],
    [0xfe8n << 116n, 10],
  ],
};

export default defineRule({
  id: 'hba/wide-network',
  meta: {
    type: 'suggestion',
    summary: 'Disallow networks that are wider than needed',
    category: 'network',
    presets: ['strict'],
    options: {
      ipv4: length(16, 32, 'Report private IPv4 networks with a shorter prefix than this.'),
      ipv6: length(48, 128, 'Report private IPv6 networks with a shorter prefix than this.'),
      publicIpv4: length(24, 32, 'Report public IPv4 networks with a shorter prefix than this.'),
      publicIpv6: length(56, 128, 'Report public IPv6 networks with a shorter prefix than this.'),
      allow: allowOption,
    },
    sameCause: 'file',
    yieldsTo: [
      { rule: 'hba/no-trust', by: 'record' },
      // It never matches: ssl is off.
      { rule: 'hba/invalid-record', by: 'record' },
    ],
    eachRecordAlone: true,
    messages: {
      wide: {
        headline: 'Any of {size} addresses can log in',
        why: 'Few of them are clients.',
        help: 'Name the networks of the clients, none wider than /{most}.',
      },
    },
  },
  create({ options, report }) {
    return {
      DecidingRecord(record) {
        const { address } = record;
        if (!isRemote(record) || address?.kind !== 'network' || isEverywhere(address)) return;
        const most: number = options[`${isPrivate(address) ? 'ipv' : 'publicIpv'}${address.family}`];
        const written = prefixLength(address);
        // How wide a network of standbys may be is the business of hba/replication-network.
        if (isForReplication(record)) return;
        if (written === undefined || written >= most || isAllowed(record, options.allow)) return;
        const { file, start, end } = address.token;
        const mask = address.maskToken?.file === file ? address.maskToken : undefined;
        report({
          messageId: 'wide',
          data: { size: sizeOf(address.family, written), most },
          at: { file, start, end: mask?.end ?? end },
        });
      },
    };
  },
});

function length(standard: number, maximum: number, description: string) {
  return { type: 'integer', default: standard, minimum: 0, maximum, description } as const;
}

/** Whether a network lies within one that the internet does not route. */
function isPrivate({ family, address, mask }: Network): boolean {
  const bits = family === 4 ? 32 : 128;
  return privateNetworks[family].some(([first, length]) => {
    const prefix = ((1n << BigInt(length)) - 1n) << BigInt(bits - length);
    return (mask & prefix) === prefix && (address & prefix) === first;
  });
}

function sizeOf(family: 4 | 6, length: number): string {
  return family === 4 ? (2 ** (32 - length)).toLocaleString('en') : `2 to the power of ${128 - length}`;
}
