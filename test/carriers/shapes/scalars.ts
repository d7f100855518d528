/** Random YAML files with scalars of every style. */
import fc from 'fast-check';

const word = fc.string({
  unit: fc.constantFrom('a', 'b', '1', ' ', '#', ':', "'", '"', '\\', 'é', '😀', '-', '\t', '%', ','),
  maxLength: 10,
});

/** A scalar as it is written after `key: `, with its line ends. */
const plain = fc
  .array(word, { minLength: 1, maxLength: 3 })
  .map((words) =>
    words
      .map((one) => one.replace(/[:#"']/g, 'x').trim())
      .filter((one) => one !== '')
      .join('\n    '),
  )
  .filter((text) => /^[a1bxé]/.test(text));
const single = fc
  .array(word, { minLength: 1, maxLength: 3 })
  .map((words) => `'${words.map((one) => one.replace(/'/g, "''")).join('\n    ')}'`);
const double = fc
  .array(
    fc.array(
      fc.constantFrom(
        'a',
        ' ',
        '\\"',
        '\\\\',
        '\\n',
        '\\t',
        '\\u00e9',
        '\\x41',
        '\\U0001F600',
        '😀',
        '#',
        "'",
        '\\/',
        '\\\n   ',
      ),
      {
        maxLength: 6,
      },
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((lines) => `"${lines.map((one) => one.join('')).join('\n    ')}"`);

const content = fc.oneof(word, fc.constantFrom('', '  in', '\ttab', 'host all all all trust', '   ', "a = 'b' # c"));
const block = fc
  .record({
    style: fc.constantFrom('|', '>'),
    chomping: fc.constantFrom('', '-', '+'),
    digit: fc.boolean(),
    order: fc.boolean(),
    indentation: fc.integer({ min: 1, max: 5 }),
    comment: fc.constantFrom('', ' # why'),
    lines: fc.array(content, { maxLength: 6 }),
  })
  .map(({ style, chomping, digit, order, indentation, comment, lines }) => {
    // Without a digit the first line tells how far in the block is.
    const first = lines.find((line) => line.trim() !== '');
    const needsDigit =
      first === undefined ? lines.some((line) => line !== '') : /^[ \t]/.test(first) || lines[0]!.trim() === '';
    const told = digit || needsDigit ? String(indentation) : '';
    const head = style + (order ? told + chomping : chomping + told) + comment;
    // The keys of the file below stand two further in than its map.
    const spaces = ' '.repeat(2 + indentation);
    return [head, ...lines.map((line) => (line === '' ? '' : spaces + line))].join('\n');
  });

export const styles = ['plain', 'single', 'double', 'block'] as const;
const scalar = fc.oneof(plain, single, double, block, block);

export interface ScalarFile {
  text: string;
  lineEnd: string;
}

/** A file whose `map.key` is the scalar, and whose `map.next` is something else; sometimes nothing follows. */
export const files: fc.Arbitrary<ScalarFile> = fc
  .record({
    scalar,
    lineEnd: fc.constantFrom('\n', '\r\n'),
    before: fc.constantFrom('', '# ünïcödé 😀\n', 'other: [a, "b"]\n'),
    end: fc.constantFrom('\n  next: after\n', '\n', ''),
  })
  .map(({ scalar: written, lineEnd, before, end }) => ({
    text: `${before}map:\n  key: ${written}${end}`.replaceAll('\n', lineEnd),
    lineEnd,
  }));

export const changes = fc.string({
  unit: fc.constantFrom('x', "'", '"', '\\', '\n', ' ', 'é', ':', '#', '1'),
  maxLength: 4,
});
