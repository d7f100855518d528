import { nameOfCharacter } from '../../src/rule-kit/character-names.js';
import { replaceText } from '../../src/rule-kit/edits/text.js';
import { defineRule, type SourceFile } from '../../src/rule-kit/rule.js';

/** Characters that reorder what is shown: the text that people read is not the one that servers read (CVE-2021-42574). */
const directions = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
/** Characters that look like a space, and that a server takes for a letter: its own spaces are space and tab. */
const spaces = /[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\u0085]/;
/**
 * Runs of one character that is shown as nothing, as a space, or that reorders what is shown. Variation selectors stay:
 * they belong to the emoji before them. Carriage returns are the business of cluster/white-space.
 */
const unseen =
  /([\p{Bidi_Control}\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|(?![\ufe00-\ufe0f])\p{Default_Ignorable_Code_Point})\1*/gu;

/** Most files: no character of these is looked for. */
const plainText = /^[\t\n\r -~]*$/;

export default defineRule({
  id: 'cluster/invisible-characters',
  meta: {
    type: 'problem',
    summary: 'Report characters that nobody sees, look like a space, or reorder what is shown',
    category: 'correctness',
    concern: 'meaning',
    severity: 'warning',
    presets: ['recommended'],
    messages: {
      space: {
        headline: 'The space in column {column} is really a letter',
        why: 'The server reads {character} as part of the word.',
        help: 'Write a space.',
      },
      direction: {
        headline: 'A character in column {column} reorders the line',
        why: '{character} shows people another text.',
        help: 'Remove it.',
      },
      nothing: {
        headline: 'A character in column {column} is not shown',
        why: 'The server reads {character} as part of the word.',
        help: 'Remove it.',
      },
    },
    fix: 'unsafe',
    yieldsTo: [{ rule: 'hba/invalid-record', by: 'record' }],
  },
  create({ cluster, report }) {
    return {
      Cluster() {
        // Of bytes that are no UTF-8, nobody knows which characters they mean.
        for (const file of cluster.files) if (file.encoding === 'utf-8' && !plainText.test(file.text)) check(file);
      },
    };

    function check(file: SourceFile): void {
      const comments = file.tree.comments;
      for (const found of file.text.matchAll(unseen)) {
        const run = found[0];
        const character = found[1]!;
        const start = found.index;
        // A mark at the start of a file is the business of cluster/byte-order-mark.
        if (start === 0 && character === '\ufeff') continue;
        const inComment = comments.some((comment) => comment.start <= start && start < comment.end);
        const isDirection = directions.test(character);
        // In comments only what makes them look like something else matters.
        if (inComment && !isDirection) continue;
        const isSpace = spaces.test(character);
        const end = start + run.length;
        const lineStart = file.text.lastIndexOf('\n', start - 1) + 1;
        const name = nameOfCharacter(character);
        const count = run.length / character.length;
        report({
          messageId: isSpace ? 'space' : isDirection ? 'direction' : 'nothing',
          data: { character: count === 1 ? name : `${name} (${count} times)`, column: start - lineStart + 1 },
          at: { file, start, end },
          fix: {
            title: isSpace ? `Write a space for ${name}` : `Remove ${name}`,
            safety: 'unsafe',
            edits: replaceText({ file, start, end }, isSpace ? ' '.repeat(count) : ''),
          },
        });
      }
    }
  },
});
