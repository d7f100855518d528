import { nearestOf } from '../../src/rule-kit/catalog/nearest-words.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { settingPlace } from '../../src/rule-kit/settings/setting-places.js';
import { provenance, reportSetting, textInForce, valueInForce } from '../../src/rule-kit/settings/settings.js';
import { cipherWords, readCipherList, type UnknownWord } from '../../src/rule-kit/tls/cipher-list.js';
import { isFormerCipherWord } from '../../src/rule-kit/tls/names.js';

export default defineRule({
  id: 'conf/ssl-cipher-names',
  meta: {
    type: 'problem',
    summary: 'Report lists in ssl_ciphers that OpenSSL refuses, and words in them that it passes over',
    category: 'tls',
    presets: ['correctness'],
    blocks: { refused: 'start', none: 'start' },
    messages: {
      refused: {
        headline: 'OpenSSL cannot read {element} in ssl_ciphers',
        why: 'The server does not start; a reload leaves TLS as it was.',
      },
      none: {
        headline: 'ssl_ciphers leaves no suite for TLS 1.2 and before',
        why: 'The server does not start with it (“no valid ciphers available”), and a reload leaves TLS as it was.{guess}',
        help: 'For TLS 1.3 alone set ssl_min_protocol_version.',
      },
      unknown: {
        headline: 'OpenSSL knows no {word} in ssl_ciphers',
        why: 'It skips {element} silently: {effect}.',
        help: '{guess}',
      },
    },
    suggestions: true,
  },
  create(context) {
    return {
      Cluster(cluster) {
        if (valueInForce(cluster, 'ssl') !== true || provenance(cluster, 'ssl_ciphers') !== 'set') return;
        const value = textInForce(cluster, 'ssl_ciphers');
        // Fedora’s own word for a list that stands elsewhere.
        if (value === undefined || value.startsWith('PROFILE=')) return;
        const { suites, error, unknown, isOpen } = readCipherList(value);
        if (isOpen) return;
        if (error !== undefined) {
          // OpenSSL 3.2 and later take underscores for letters of a word that they do not know.
          if (error.includes('_')) return;
          reportSetting(context, 'ssl_ciphers', { messageId: 'refused', data: { element: error } });
          return;
        }
        const words = unknown.filter(({ word }) => word !== 'TLS' && !isFormerCipherWord(word, isKnown));
        if (suites.length === 0) {
          // Standard names (TLS_…) may be known to later versions; misplaced suites of TLS 1.3 have a rule of their own.
          if (unknown.some(({ word }) => word === 'TLS')) return;
          const guess = words[0] === undefined ? '' : guessText(words[0]);
          reportSetting(context, 'ssl_ciphers', { messageId: 'none', data: { guess }, right: rightFor(value, words) });
          return;
        }
        const at = settingPlace(cluster, 'ssl_ciphers');
        for (const each of at === undefined ? [] : words) {
          const { word, element } = each;
          const data = { word, element, effect: effectOf(element), guess: guessText(each) };
          reportSetting(context, 'ssl_ciphers', { messageId: 'unknown', data, right: rightFor(value, [each]) });
        }
      },
    };
  },
});

function isKnown(name: string): boolean {
  return cipherWords().includes(name);
}

function effectOf(element: string): string {
  if (element.startsWith('!') || element.startsWith('-')) return 'what it is to keep out stays in';
  if (element.startsWith('+')) return 'nothing is moved';
  return 'it adds nothing';
}

function guessOf({ word }: UnknownWord): string | undefined {
  const sameLetters = cipherWords().find((known) => known.toLowerCase() === word.toLowerCase());
  return sameLetters ?? nearestOf(word, cipherWords(), 1)[0];
}

function guessText(unknown: UnknownWord): string {
  const guess = guessOf(unknown);
  if (guess === undefined) return '';
  const isCase = guess.toLowerCase() === unknown.word.toLowerCase();
  return isCase ? ` Capitals count: write ${guess}.` : ` Did you mean ${guess}?`;
}

/** The list with the nearest known words in the place of unknown ones, where there is one for each. */
function rightFor(value: string, words: readonly UnknownWord[]) {
  let right = value;
  for (const each of words) {
    const guess = guessOf(each);
    if (guess === undefined) return undefined;
    right = right.replace(each.element, each.element.replace(each.word, guess));
  }
  return right === value || /['\\]/.test(right) ? undefined : { value: `'${right}'`, as: 'suggestion' as const };
}
