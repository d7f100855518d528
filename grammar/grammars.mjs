/**
 * The grammars that scripts/generate.mjs compiles into src/syntax/generated/.
 * Each: the parser's name, the files it is made of (the first one's first rule is the default start rule),
 * the rules that a caller may start from, and the type that each of them returns.
 * Node makers that actions call come in through the parser's options, so that they are written and checked as TypeScript.
 *
 * @type {{
 *   name: string,
 *   sources: string[],
 *   startRules: string[],
 *   returnTypes?: Record<string, string>,
 * }[]}
 */
export const grammars = [
  {
    name: 'conf',
    sources: ['conf.peggy'],
    startRules: ['File'],
    returnTypes: { File: "import('../nodes.js').ConfLine[]" },
  },
  {
    name: 'auth-10',
    sources: ['auth.peggy', 'auth-returns-10.peggy'],
    startRules: ['File'],
    returnTypes: { File: "import('../nodes.js').AuthLine[]" },
  },
  {
    name: 'auth-19',
    sources: ['auth.peggy', 'auth-returns-19.peggy'],
    startRules: ['File'],
    returnTypes: { File: "import('../nodes.js').AuthLine[]" },
  },
  {
    name: 'regular-expression',
    sources: ['regular-expression.peggy'],
    startRules: ['Expression'],
    returnTypes: { Expression: "import('../regular-expression-nodes.js').RegularExpression" },
  },
  {
    name: 'standby-names',
    sources: ['standby-names.peggy'],
    startRules: ['Config'],
    returnTypes: { Config: "{ method: 'first' | 'any'; count: number; names: string[] }" },
  },
];
