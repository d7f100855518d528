/**
 * The grammars that scripts/generate.mjs compiles into src/syntax/generated/.
 * Each: the parser's name, the files it is made of (the first one's first rule is the default start rule),
 * and the rules that a caller may start from.
 *
 * @type {{ name: string, sources: string[], startRules: string[], returnTypes?: Record<string, string> }[]}
 */
export const grammars = [];
