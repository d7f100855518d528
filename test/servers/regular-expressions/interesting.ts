/** Expressions worth keeping: the edges of the syntax, one by one, and a few hundred random ones with all kinds of errors. */
import { compileRegularExpression } from '../../../src/access/regular-expression.js';
import { checkRegularExpression } from '../../../src/syntax/regular-expression.js';
import { damaged, Random, randomBasicExpression, randomExpression, randomSubject } from './generator.js';

const byHand = String.raw`
a**|*a|+|a|*|a*?|a||b|()|x{0}|{|a{|}|]|(?q)[|\777|\0|[a-]|[]a]|)|^*|$*|(*)|***a|[\w-a]|[a-b-c]|[[:ALPHA:]]|\|\q
(|(?|(?:|(?=|(?<|(?a)|(?#|(?#x)|a(?#x)*|(?i)|(?i|(?iz)|(?)|***|***?|***=|***=(|***:|***:(?x)a b|***:***:a
(?b)a\{\}|(?b)a\{,\}|(?b)a\{,3\}|(?b)a\{3|(?b)a\{3\|(?b)a\{3}|(?b)\{1\}|(?b)*a|(?b)\(*a\)|(?b)^*a|(?b)^**a|(?b)a\(^*b\)|(?b)\(a\)\1
(?b)\1|(?b)\(a|(?b)a\)|(?b)a$b|(?b)a\|b|(?b)\w|(?b)[\]|(?b)\<a\>|(?b)^^|(?bx) a * | # x
(?e))|(?e)a)|(?e)(a|(?e)\1(|(?e)\d|(?e)[\d]|(?e)a*?|(?e)(?:a)|(?e)(?=a)|(?e)\
a{1}|a{0}|a{255}|a{256}|a{0255}|a{2550}|a{1,}|a{1,2}|a{2,1}|a{,2}|a{1|a{1,|a{1,2|a{1a}|a{1,a}|a{1,2,3}|a{300|a{300}|a{2,1x|a{1}{2}|a{1}?|a{1}??
(?x)a { 1 , 2 }|(?x)a{1 2}|(?x)a * ?|(?x)a # b|(?x)a # (|(?x)[ ]|(?x)\ |(?x)( ?:a)|(?x)(?: a )|(?x){ 1}|(?x)a{ x
(a)\1|(a)\2|\1(a)|(a\1)|((a)\2)|((a)\1)|(a){0}\1|((a)){0}\2|(a)|\1|(?=\1)|(a)(?=\1)|(?=(a))\1|(?:a)\1|(a)\10|(a)\01|(a)\11|(a)\18|(a)\81
((((((((((a))))))))))\10|((((((((((a))))))))))\11|((((((((((a))))))))))\100|(a)(?=(b)(c))\2
\x|\xg|\x4|\x41|\x100000041|\x80000000|\x7ffffffe|\x7fffffff|\u41|\u0041|\u00411|\U00000041|\U7fffffff|\Uffffffff|\c|\ca|\c\|\c*|\8|\9|\89|\08|\400
[|[]|[^]|[^]]|[]]|[]-a]|[--/]|[a-|[a--]|[a---]|[!---]|[+--]|[a-z|[z-a]|[z-a|[z-a\q]|[a-\]|[a-\]]|[a-a]|[-a]|[^-a]|[a^]|[[]|[[|[[a]|[a[]
[[.a.]]|[[.a.]-c]|[[.c.]-a]|[a-[.c.]]|[[.hyphen.]]|[[.HYPHEN.]]|[[.foo.]]|[[.foo.]|[[.foo.]\q]|[[..]]|[[...]]|[[.].]]|[[.a]|[[.-.]-z]|[[.NUL.]]|[[.DEL.]-z]
[[=a=]]|[[=ab=]]|[[==]]|[[=]]|[[=a=]-c]|[a-[=c=]]|[[=a|[[.space.]-[.tilde.]]
[[:alpha:]]|[[:foo:]]|[[:foo:]|[[:foo:]\q]|[[:alpha]]|[[:alpha:]|[[::]]|[:alpha:]|[[:word:]]|[[:alpha:]-z]|[a-[:alpha:]]|[[:<:]]a[[:>:]]|[[:<:]]*|[[:<:]|[a[:<:]]
[\d]|[\D]|[\w]|[\W]|[\s]|[\S]|[\w-]|[\w-z]|[\w-A]|[\d-z]|[a-\d]|[a-\D]|[\D-a]|[\A]|[\m]|[\1]|[\12]|[\012]|[\q]|[\x41-\x43]|[\x43-\x41]|[\]]|[\]|[\\]|[\^]
\m|\m*|\M+|\y?|\Y{2}|\A*|\Z*|(?=a)*|(?!a)+|(?<=a)?|(?<!a){1}|(^)*|(?:^)*|(?:\m)+|(?=a|(?=a)(|(?<=a*)b|(?<!(a))b|(?=(?<=a))|\B|\B*|\e|\a|\b|\f|\v
[]|[a|b|(a|b|a|b)|a|(b|(a|)|(|a)|(||)|a|*|^|$|^^|$$|^$|a^b|a$b|(^a|b$)|.|.*|.*?|.+?|.??|(a*)*|(a*)+|(a|b)*?|(?:a{2}){3}|((((a))))
`
  .split('\n')
  .flatMap((line) => line.split('|'))
  .filter((expression) => expression !== '');

const withBars = [
  'a|*',
  'a||b',
  '|a',
  'a|',
  '(a|b',
  'a|b)',
  '(?b)a\\|b',
  '(a)|\\1',
  '^*|a',
  'a|+',
  '(?e)a|b',
  '|',
  '||',
  '(|)',
  '(|*)',
  '[|]',
];
const bytes = [
  '[\xc3\xaa-\xc3\xa9]',
  '[\xc3\xa9-\xc3\xaa]',
  '\\\xc3',
  '[[.\xc3\xa9.]]',
  '[[=\xe9=]]',
  '[\xe9-a]',
  '[a-\xe9]',
  '\xff*',
];

/** Of random expressions, those that show a code or a feature that few before them had. */
function random(): string[] {
  const source = new Random(2026);
  const seen = new Map<string, number>();
  const kept: string[] = [];
  for (let tries = 0; tries < 20_000 && kept.length < 400; tries += 1) {
    const shape = { nasty: source.pick([0.1, 0.4]), depth: source.below(3), backReferences: true };
    const basic = source.chance(0.15);
    const plain = basic ? randomBasicExpression(source) : randomExpression(source, shape);
    const expression = source.chance(0.3) ? damaged(source, plain) : plain;
    if (expression.length > 40) continue;
    const check = checkRegularExpression(expression, 18, 'latin1');
    const features = ['(?<', '(?=', '\\1', '[[', '{', '\\W', '(?x', '(?n'].filter((text) => expression.includes(text));
    const kind = `${basic} ${check.ok ? 'ok' : check.code} ${features.join(' ')}`;
    const count = seen.get(kind) ?? 0;
    if (count >= 4) continue;
    seen.set(kind, count + 1);
    kept.push(expression);
  }
  return kept;
}

export const interestingExpressions = [...new Set(['', ...byHand, ...withBars, ...bytes, ...random()])];

const pairsByHand: [expression: string, ...subjects: string[]][] = [
  [String.raw`^(.*)@EXAMPLE\.COM$`, 'alice@EXAMPLE.COM', 'alice@example.com', '@EXAMPLE.COM'],
  [String.raw`(?i)^(.*)@example\.com$`, 'alice@EXAMPLE.COM', 'ALICE@Example.Com'],
  [String.raw`^([a-z]+)(\d*)$`, 'db12', 'db', '12'],
  [String.raw`^(.*?)(\d*)$`, 'db12'],
  [String.raw`^(.+?)_(.*)$`, 'a_b_c'],
  [String.raw`^(.+)_(.*?)$`, 'a_b_c'],
  [String.raw`(a|ab)(c|bcd)(d*)`, 'abcd'],
  [String.raw`(a*)(ab)*(b*)`, 'abab'],
  [String.raw`(?:(a)|b)*`, 'ab', 'ba', ''],
  [String.raw`(a*)*`, 'b', 'aa'],
  [String.raw`(a*)+?`, 'aa'],
  [String.raw`(a??)*`, 'aa', ''],
  [String.raw`(^a)\1`, 'aa'],
  [String.raw`(\ma)\1`, 'aa'],
  [String.raw`(a|b)\1`, 'ab', 'bb'],
  [String.raw`(a*)b\1$`, 'aabaa', 'aaba'],
  [String.raw`(?i)(a)\1`, 'aA'],
  [String.raw`(?n)a\Db`, 'a\nb'],
  [String.raw`(?n)a[^c]b`, 'a\nb'],
  [String.raw`(?n)^b$`, 'a\nb'],
  [String.raw`(?p)^b$`, 'a\nb'],
  [String.raw`(?w)a.b`, 'a\nb'],
  [String.raw`(?=(a))a(b)`, 'ab'],
  [String.raw`(?<=a)(b)`, 'ab', 'cb'],
  [String.raw`(?<!a)(b)`, 'ab', 'cb'],
  [String.raw`^(?!postgres$)(.*)$`, 'postgres', 'postgres2'],
  ['^..$', '\xc3\xa9', '\xe9'],
  ['[[:cntrl:]]', '\x85', '\xa0'],
  [String.raw`\w`, '\xc3\xa9', '_'],
  [String.raw`(?i)[[:lower:]]`, 'A', '1'],
  [String.raw`(?i)[b-c]`, 'B', 'A'],
  ['***=a.b', 'a.b', 'acb'],
  ['(?q)a.b', 'a.b', 'acb'],
  [String.raw`(?b)\(a\)*\1`, 'aa', 'b'],
  [String.raw`\u00e9`, '\xe9', '\xc3\xa9'],
];

/** Expressions with texts to match them with. */
export const interestingPairs: { expression: string; subject: string }[] = [
  ...pairsByHand.flatMap(([expression, ...subjects]) => subjects.map((subject) => ({ expression, subject }))),
  ...randomPairs(),
];

/** Most random pairs that match, and a few that do not. */
function randomPairs(): { expression: string; subject: string }[] {
  const source = new Random(18);
  const kept: { expression: string; subject: string }[] = [];
  while (kept.length < 500) {
    const shape = { nasty: 0.05, depth: 1 + source.below(3), backReferences: source.chance(0.4) };
    const expression = randomExpression(source, shape);
    const groups = ([13, 14] as const).map((major) => checkRegularExpression(expression, major, 'latin1'));
    if (groups.some((check) => !check.ok || check.groups === 0) || expression.length > 40) continue;
    const compiled = compileRegularExpression(expression, 18, 'latin1');
    const subject = randomSubject(source);
    if (!('match' in compiled) || (!compiled.match(subject).matched && source.chance(0.7))) continue;
    kept.push({ expression, subject });
  }
  return kept;
}
