import { parseNumericAddress } from '../../src/rule-kit/addresses/numeric.js';
import { replaceToken } from '../../src/rule-kit/edits/records.js';
import { isTaken } from '../../src/rule-kit/records/records.js';
import { defineRule } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'hba/address-like-name',
  meta: {
    type: 'problem',
    summary: 'Report addresses that are not an address, so that the server reads them as host names',
    category: 'correctness',
    concern: 'meaning',
    presets: ['recommended'],
    eachRecordAlone: true,
    messages: {
      notAnAddress: {
        headline: '{text} is not an IP address',
        why: 'PostgreSQL reads it as the name of a host.',
        help: 'Write an address, such as {example}.',
      },
    },
    suggestions: true,
  },
  create({ report }) {
    return {
      HbaRecord(record) {
        const { address } = record;
        if (!isTaken(record) || (address?.kind !== 'host' && address?.kind !== 'suffix')) return;
        if (!looksLikeAddress(address.token.value)) return;
        const { file, start, end, value } = address.token;
        const network = withoutSigns(value) ?? networkOf(value);
        report({
          messageId: 'notAnAddress',
          data: { text: value, example: network ?? '10.0.0.0/8' },
          at: { file, start, end },
          suggestions:
            network === undefined ? [] : [{ title: `Write ${network}`, edits: replaceToken(address.token, network) }],
        });
      },
    };
  },
});

/**
 * Digits, dots, wildcards and dashes only: 10.0.0, 10.0.0.*, 10.0.0.1-10.0.0.9, 192.168.1.256; or an address with a port
 * or in brackets.
 */
function looksLikeAddress(text: string): boolean {
  return /^[.\d]*\d+\.[\d.*%x-]*$/.test(text) || /^[\d.]+\\+\d*$/.test(text) || withoutSigns(text) !== undefined;
}

/** The address of 10.0.0.1:5432, [::1] or [::1]:5432, with its prefix length. */
function withoutSigns(text: string): string | undefined {
  const slash = /^([\d.]+)\\+(\d{1,2})$/.exec(text);
  if (slash !== null && parseNumericAddress(slash[1]!)?.family === 4) return `${slash[1]}/${slash[2]}`;
  const inner = /^\[(.+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1];
  const address = inner === undefined ? undefined : parseNumericAddress(inner);
  return address === undefined ? undefined : `${inner}/${address.family === 4 ? 32 : 128}`;
}

/** The network that is meant by up to three numbers, with or without wildcards behind them. */
function networkOf(text: string): string | undefined {
  const match = /^(\d+(?:\.\d+){0,2})(?:\.[*%x]?|\.0)*$/.exec(text);
  if (match === null) return undefined;
  const numbers = match[1]!.split('.').map(Number);
  if (numbers.some((number) => number > 255)) return undefined;
  return `${[...numbers, 0, 0, 0].slice(0, 4).join('.')}/${8 * numbers.length}`;
}
