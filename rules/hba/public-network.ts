import { maskOfPrefix } from '../../src/rule-kit/addresses/masks.js';
import { containsNetwork, type Network, prefixLength } from '../../src/rule-kit/addresses/networks.js';
import { formatAddress, parseNumericAddress } from '../../src/rule-kit/addresses/numeric.js';
import { replaceToken } from '../../src/rule-kit/edits/records.js';
import { allowOption, isAllowed } from '../../src/rule-kit/records/allow.js';
import { addressText, letsIn } from '../../src/rule-kit/records/records.js';
import { defineRule } from '../../src/rule-kit/rule.js';

const network = (text: string): Network => {
  const [address, prefix] = text.split('/') as [string, string];
  return { family: 4, address: parseNumericAddress(address)!.value, mask: maskOfPrefix(Number(prefix), 4) };
};

/** What is for private use, and the networks around it that are taken for it (RFC 1918, RFC 6598, RFC 3927). */
const privates = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '169.254.0.0/16'].map((text) => ({
  text,
  network: network(text),
}));
/** Networks of others with the numbers of a private one slipped or swapped. */
const slips = [
  { network: network('172.0.0.0/12'), right: '172.16.0.0/12' },
  { network: network('172.32.0.0/11'), right: '172.16.0.0/12' },
  { network: network('172.168.0.0/16'), right: '192.168.0.0/16' },
  { network: network('192.169.0.0/16'), right: '192.168.0.0/16' },
  { network: network('192.186.0.0/16'), right: '192.168.0.0/16' },
  { network: network('192.68.0.0/16'), right: '192.168.0.0/16' },
  { network: network('192.18.0.0/16'), right: '192.168.0.0/16' },
  { network: network('198.168.0.0/16'), right: '192.168.0.0/16' },
];

/** Networks wider than this are for everybody, and meant so; of narrower ones a single machine is somebody's own. */
const [widest, narrowest] = [4, 28];

export default defineRule({
  id: 'hba/public-network',
  meta: {
    type: 'problem',
    summary: 'Report public networks that are easily taken for private ones: 172.0.0.0/8, 192.169.0.0/16',
    category: 'network',
    severity: 'warning',
    presets: ['recommended', { preset: 'strict', severity: 'error' }],
    options: { allow: allowOption },
    sameCause: 'file',
    eachRecordAlone: true,
    messages: {
      around: {
        headline: '{written} includes public addresses',
        why: 'Only {right} of it is private.',
        help: 'Write the network that is meant.',
      },
      beside: {
        headline: '{written} is a public network',
        why: 'It looks like part of {right}, which is private.',
        help: 'Write the one that is meant.',
      },
    },
    suggestions: true,
  },
  create({ options, report }) {
    return {
      DecidingRecord(record) {
        const { address } = record;
        if (!letsIn(record) || address?.kind !== 'network' || address.family !== 4) return;
        const length = prefixLength(address);
        if (length === undefined || length < widest || length > narrowest || isAllowed(record, options.allow)) return;
        const meant: Network = { family: 4, address: address.address & address.mask, mask: address.mask };
        const inside = privates.find(
          (each) => each.network.mask !== meant.mask && containsNetwork(meant, each.network),
        );
        const slip = slips.find((each) => containsNetwork(each.network, meant));
        const right = inside?.text ?? slip?.right;
        if (right === undefined) return;
        const { token, maskToken } = address;
        const isWhole = maskToken === undefined || maskToken.file === token.file;
        const at = { file: token.file, start: token.start, end: isWhole ? (maskToken ?? token).end : token.end };
        report({
          messageId: inside === undefined ? 'beside' : 'around',
          data: { written: addressText(address), right, network: formatAddress(meant.address, 4) },
          at,
          suggestions:
            inside === undefined || !isWhole ? [] : [{ title: `Write ${right}`, edits: replaceToken(at, right) }],
        });
      },
    };
  },
});
