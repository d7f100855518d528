/** Random regular expressions, most of them close to the edges of the syntax, and subjects that they may match. */

/** A small generator of random numbers (mulberry32): the same seed gives the same expressions everywhere. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A number from 0 up to, not including, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from 0 up to, not including, the limit. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }
}

const letters = ['a', 'b', 'c', 'A', 'B', '_', '1', ' ', '\n', '\xc3', '\xa9', 'x', '-', '\\\\', '\\.'];
const escapes = [
  ...'dswDSWmMyYAZaBbeftnrv'.split('').map((letter) => `\\${letter}`),
  ...[
    '\\x61',
    '\\x',
    '\\x0',
    '\\u0061',
    '\\u61',
    '\\U00000061',
    '\\U80000000',
    '\\xfffffffff61',
    '\\c',
    '\\cA',
    '\\c\\',
  ],
  ...[
    '\\0',
    '\\00',
    '\\060',
    '\\141',
    '\\400',
    '\\777',
    '\\8',
    '\\89',
    '\\1',
    '\\2',
    '\\3',
    '\\10',
    '\\12',
    '\\18',
    '\\01',
  ],
  ...['\\q', '\\C', '\\i', '\\\xe9', '\\(', '\\)', '\\{', '\\}', '\\|', '\\*', '\\<', '\\>', '\\ ', '\\'],
];
const bracketParts = [
  ...[
    'a',
    'b',
    'A',
    'z',
    '0',
    '_',
    ']',
    '[',
    '^',
    '-',
    '-',
    'a-c',
    'A-Z',
    'c-a',
    'a-b-c',
    '+--',
    '!---',
    'a-',
    '.',
    '\\',
    ' ',
  ],
  ...[
    '[:alpha:]',
    '[:word:]',
    '[:ALPHA:]',
    '[:digit:]',
    '[:upper:]',
    '[:lower:]',
    '[:cntrl:]',
    '[:print:]',
    '[:graph:]',
  ],
  ...[
    '[:punct:]',
    '[:blank:]',
    '[:ascii:]',
    '[:xdigit:]',
    '[:alnum:]',
    '[:space:]',
    '[::]',
    '[:',
    '[:foo:]',
    '[:a',
    '[:alpha:',
  ],
  ...[
    '[=a=]',
    '[=ab=]',
    '[==]',
    '[=',
    '[=a=]-c',
    '[.a.]',
    '[.a.]-c',
    '[.hyphen.]',
    '[.tilde.]',
    '[.NUL.]',
    '[..]',
    '[...]',
    '[.-.]',
  ],
  ...[
    'a-[.z.]',
    'a-[=z=]',
    'a-[:alpha:]',
    '[.foo.]',
    '[.].]',
    '[.space.]-~',
    '[.DEL.]',
    '[.ampersand.]',
    '[.hyphen-minus.]',
  ],
  ...[
    '\\d',
    '\\w',
    '\\s',
    '\\W',
    '\\D',
    '\\S',
    '\\w-a',
    '\\w-',
    '\\d-a',
    'a-\\w',
    'a-\\W',
    '\\W-a',
    '\\n',
    '\\x41-\\x43',
    '\\1',
    '\\12',
  ],
  ...['\\u00e9', '\\x100', '\\q', '\\A', '\\]', '\\-', '\\\\', '\xc3\xa9', '\xa9-\xc3', '\xc3-\xa9', '\x80-\x9f', '\n'],
];
const quantifiers = [
  ...[
    '*',
    '+',
    '?',
    '*?',
    '+?',
    '??',
    '{2}',
    '{0}',
    '{1}',
    '{0,1}',
    '{1,2}',
    '{2,}',
    '{0,}',
    '{1,1}',
    '{1,3}?',
    '{2}?',
    '{0,0}',
  ],
  ...[
    '{2,1}',
    '{256}',
    '{255}',
    '{0255}',
    '{1000}',
    '{,3}',
    '{',
    '{a',
    '{1',
    '{1,',
    '{1,2',
    '{1,a}',
    '{1,2,3}',
    '{ 1 }',
    '**',
    '*+',
  ],
  ...[
    '{1, 2}',
    '{1,300',
    '{300',
    '{300,}',
    '{2,1',
    '* ?',
    '\\{1\\}',
    '\\{1,2\\}',
    '\\{\\}',
    '\\{,1\\}',
    '\\{1',
    '\\{2,1\\}',
    '\\{1\\',
  ],
];
const goodQuantifiers = quantifiers.slice(0, 17);
const starts = [
  ...[
    '(?i)',
    '(?x)',
    '(?n)',
    '(?p)',
    '(?w)',
    '(?s)',
    '(?q)',
    '(?b)',
    '(?e)',
    '(?ix)',
    '(?bx)',
    '(?en)',
    '(?qe)',
    '(?eq)',
    '(?bi)',
  ],
  ...[
    '***:',
    '***=',
    '***:(?i)',
    '***:(?b)',
    '***',
    '***?',
    '***a',
    '(?z)',
    '(?',
    '(?i',
    '(?)',
    '(?ixnz)',
    '(?bn)',
    '(?ex)',
    '(?pn)',
  ],
  ...['(?tx)', '(?xt)', '(?ci)', '(?ic)', '(?qx)', '(?m)', '(?wi)', '(?pi)'],
];
const oddities = [
  ...[
    '(?#c)',
    '(?#',
    '(?:',
    '(?=',
    '(?!',
    '(?<=',
    '(?<!',
    '(?<',
    '(?',
    '(?a)',
    '[[:<:]]',
    '[[:>:]]',
    '[[:<:]',
    ')',
    '(',
    '()',
    '(|)',
    '|',
  ],
  ...[
    '[',
    '[]',
    '[^]',
    ']',
    '{',
    '}',
    '*',
    '+',
    '?',
    '^',
    '$',
    '^*',
    '$*',
    '\\(',
    '\\)',
    '\\(^*',
    '# c\n',
    ' ',
    '\t',
    '(*',
    '(+a)',
    '^^',
    '$$',
  ],
];

/** How an expression is made. */
export interface Shape {
  /** The share of things that are probably errors. */
  nasty: number;
  depth: number;
  backReferences: boolean;
}

function bracket(random: Random, shape: Shape): string {
  const parts = random.chance(shape.nasty) ? bracketParts : bracketParts.slice(0, 3);
  const simple = [
    'a',
    'b',
    'ab',
    'a-c',
    '[:alpha:]',
    '\\d',
    '\\w',
    '\\s',
    'A-Z',
    '_',
    'x',
    '[.a.]',
    '[=b=]',
    '[:upper:]',
    '\n',
    '\xc3',
  ];
  let text = random.chance(0.3) ? '[^' : '[';
  for (let count = 1 + random.below(3); count > 0; count -= 1)
    text += random.pick(random.chance(shape.nasty) ? parts : simple);
  return random.chance(shape.nasty / 4) ? text : `${text}]`;
}

function atom(random: Random, shape: Shape): string {
  const choice = random.next();
  if (choice < 0.42) return random.pick(random.chance(0.7) ? ['a', 'b', 'c'] : letters);
  if (choice < 0.5) return '.';
  if (choice < 0.56) return random.pick(escapes.slice(0, 6));
  if (choice < 0.68) return bracket(random, shape);
  if (choice < 0.72 && shape.backReferences) return random.pick(['\\1', '\\1', '\\2']);
  if (choice < 0.78) return random.pick(['^', '$', '\\m', '\\M', '\\y', '\\Y', '\\A', '\\Z']);
  if (shape.depth <= 0) return 'b';
  const inner = alternatives(random, { ...shape, depth: shape.depth - 1 });
  if (choice < 0.9) return `(${inner})`;
  if (choice < 0.95) return `(?:${inner})`;
  return `(?${random.pick(['=', '!', '<=', '<!'])}${inner})`;
}

function branch(random: Random, shape: Shape): string {
  let text = '';
  for (let count = random.below(4) + (random.chance(0.9) ? 1 : 0); count > 0; count -= 1) {
    text += random.chance(shape.nasty / 3) ? random.pick(random.chance(0.5) ? escapes : oddities) : atom(random, shape);
    if (random.chance(0.3)) text += random.pick(random.chance(shape.nasty) ? quantifiers : goodQuantifiers);
  }
  return text;
}

function alternatives(random: Random, shape: Shape): string {
  let text = branch(random, shape);
  while (random.chance(0.18)) text += `|${branch(random, shape)}`;
  return text;
}

/** A random expression as a string of bytes, without NUL. */
export function randomExpression(random: Random, shape: Shape): string {
  const start = random.chance(shape.nasty / 2 + 0.08)
    ? random.pick(random.chance(shape.nasty) ? starts : starts.slice(0, 6))
    : '';
  return start + alternatives(random, shape);
}

/** A random expression in basic syntax. */
export function randomBasicExpression(random: Random): string {
  const tokens = [
    'a',
    'b',
    '.',
    '*',
    '^',
    '$',
    '\\(',
    '\\)',
    '\\(',
    '\\)',
    '\\1',
    '\\2',
    '[a]',
    '[^a]',
    '\\<',
    '\\>',
    '\\{1\\}',
    '\\{1,2\\}',
  ];
  const more = [
    ' ',
    '# \n',
    '\\{',
    '\\{\\}',
    '\\{,\\}',
    '\\{2,1\\}',
    '|',
    '+',
    '?',
    '{1}',
    '(',
    ')',
    '\\w',
    '\\',
    '[\\]',
    '[[:<:]]',
    '\\{1\\',
    '\\{300\\}',
  ];
  let text = random.pick(['(?b)', '(?b)', '(?bx)', '(?bi)', '(?bn)']);
  for (let count = random.below(9); count > 0; count -= 1) text += random.pick(random.chance(0.2) ? more : tokens);
  return text;
}

/** Damages an expression: drops, doubles or exchanges characters. */
export function damaged(random: Random, expression: string): string {
  let text = expression;
  for (let count = 1 + random.below(2); count > 0; count -= 1) {
    const at = random.below(text.length + 1);
    const insertion = random.pick([
      '',
      '',
      '(',
      ')',
      '[',
      ']',
      '{',
      '}',
      '*',
      '?',
      '\\',
      '-',
      ':',
      '|',
      ',',
      '.',
      '=',
      '1',
      '^',
      '$',
    ]);
    text = text.slice(0, at) + insertion + text.slice(at + random.below(2));
  }
  return text;
}

/** A short text that the expressions above have a fair chance to match. */
export function randomSubject(random: Random): string {
  const characters = random.chance(0.6)
    ? ['a', 'b', 'c']
    : ['a', 'b', 'c', 'A', 'B', '_', '1', ' ', '\n', '\xc3', '\xa9', 'x', '-', '.'];
  let text = '';
  for (let count = random.below(9); count > 0; count -= 1) text += random.pick(characters);
  return text;
}
