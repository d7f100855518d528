/**
 * A Peggy plugin that makes parsers fast without changing what they accept, give or say.
 *
 * Peggy collects what each part of an expression matched, character by character, also where nobody looks at it:
 * inside `$( )`, inside look-aheads, beside the labels of an action. This plugin finds those places, and where the expression
 * has nothing but characters in it (no actions, no predicates), it puts a matcher in its place: plain code that only
 * moves the position (matcher-code.mjs).
 *
 * Matchers record no expectations. So they work only while Peggy is silent (inside named rules and look-aheads); elsewhere
 * the original expression stays beside them, and `silentFirst` makes the parser try silently first.
 */
import { isLexical, matcherCode } from './matcher-code.mjs';

export const lexicalMatchers = {
  use(config) {
    const { transform } = config.passes;
    const at = transform.findIndex((pass) => pass.name === 'inferenceMatchResult');
    const removeUnusedRules = transform.find((pass) => pass.name === 'removeUnusedRules');
    transform.splice(at, 0, addMatchers, removeUnusedRules);
  },
};

/**
 * Makes a parser parse silently first, so that its matchers work, and aloud only where that fails, to say what it expected.
 * A parser that is always silent stays as it is.
 *
 * @param {string} code a parser's code, an ES module
 */
export function silentFirst(code) {
  if (!code.includes(silenceGuard)) return code;
  const wrapper = `function pgconflint$parse(input, options) {
  const attempt = peg$parse(input, { ...options, peg$library: true, peg$silentFails: 1 });
  return attempt.peg$success ? attempt.peg$result : peg$parse(input, options);
}
`;
  return code.replace(
    /export \{[^}]*\};\s*$/,
    (exports) => wrapper + exports.replace('peg$parse as', 'pgconflint$parse as'),
  );
}

const silenceGuard = 'if (peg$silentFails === 0) return false; ';

function addMatchers(ast, options) {
  const lexicalRules = findLexicalRules(ast);
  const discardedRules = findDiscardedRules(ast, options.allowedStartRules);
  const alwaysSilent = ast.rules
    .filter((rule) => options.allowedStartRules.includes(rule.name))
    .every((rule) => rule.expression.type === 'named');
  const functions = [];
  const written = new Set();

  const nameOfRule = (name) => {
    const matcher = `pgconflint$match${name}`;
    if (!written.has(matcher)) {
      written.add(matcher);
      functions.push(matcherCode(matcher, lexicalRules.get(name).expression, nameOfRule));
    }
    return matcher;
  };

  /** A predicate that moves the position behind what the expression matches. */
  function matcherOf(node) {
    const name = node.type === 'rule_ref' ? nameOfRule(node.name) : `pgconflint$match${functions.length}`;
    if (node.type !== 'rule_ref') {
      const index = functions.push('') - 1;
      functions[index] = matcherCode(name, node, nameOfRule);
    }
    const guard = alwaysSilent ? '' : silenceGuard;
    const code = `${guard}const end = ${name}(input, peg$currPos); if (end < 0) return false; peg$currPos = end; return true;`;
    const predicate = { type: 'semantic_and', code, codeLocation: node.location, location: node.location };
    if (alwaysSilent) return predicate;
    const aloud = {
      type: 'semantic_and',
      code: 'return peg$silentFails === 0;',
      codeLocation: node.location,
      location: node.location,
    };
    const original = { type: 'sequence', elements: [aloud, node], location: node.location };
    return { type: 'choice', alternatives: [predicate, original], location: node.location };
  }

  /** Gives the expression to put in place of one; `discarded` says that nobody looks at its value. */
  function rewrite(node, discarded) {
    // A label must stay, for an action or a predicate may ask for it.
    const replaceable = discarded && node.type !== 'labeled';
    if (replaceable && isLexical(node, lexicalRules) && isWorthIt(node)) return matcherOf(node);
    switch (node.type) {
      case 'action':
        return { ...node, expression: rewriteUnderAction(node.expression) };
      case 'text':
      case 'simple_and':
      case 'simple_not':
        return { ...node, expression: rewrite(node.expression, true) };
      case 'sequence':
        return { ...node, elements: rewriteElements(node.elements, discarded) };
      case 'choice':
        return { ...node, alternatives: node.alternatives.map((alternative) => rewrite(alternative, discarded)) };
      case 'labeled':
        return { ...node, expression: rewrite(node.expression, false) };
      case 'named':
      case 'group':
      case 'optional':
      case 'zero_or_more':
      case 'one_or_more':
        return { ...node, expression: rewrite(node.expression, discarded) };
      default:
        return node;
    }
  }

  // An action sees labels only.
  function rewriteUnderAction(node) {
    if (node.type === 'sequence') return { ...node, elements: node.elements.map((element) => rewrite(element, true)) };
    return rewrite(node, true);
  }

  function rewriteElements(elements, discarded) {
    const plucks = elements.some((element) => element.type === 'labeled' && element.pick);
    return elements.map((element) => rewrite(element, discarded || plucks));
  }

  for (const rule of ast.rules) rule.expression = rewrite(rule.expression, discardedRules.has(rule.name));
  if (functions.length > 0) addTopLevelCode(ast, functions.join('\n\n'));
}

/** One character is matched as fast by Peggy's own code. */
function isWorthIt(node) {
  if (['class', 'literal', 'any'].includes(node.type)) return false;
  if (['simple_and', 'simple_not', 'group'].includes(node.type)) return isWorthIt(node.expression);
  return true;
}

/** The rules that have nothing but characters in them; rules that call each other are taken out until all fit. */
function findLexicalRules(ast) {
  const rules = new Map(ast.rules.map((rule) => [rule.name, rule]));
  for (let before = -1; before !== rules.size; ) {
    before = rules.size;
    for (const [name, rule] of rules) if (!isLexical(rule.expression, rules)) rules.delete(name);
  }
  return rules;
}

/** The rules whose values nobody looks at, wherever they are called. */
function findDiscardedRules(ast, startRules) {
  const discarded = new Set(ast.rules.map((rule) => rule.name).filter((name) => !startRules.includes(name)));
  for (let before = -1; before !== discarded.size; ) {
    before = discarded.size;
    for (const rule of ast.rules) {
      const start = discarded.has(rule.name);
      eachUse(rule.expression, start, (name, isDiscarded) => {
        if (!isDiscarded) discarded.delete(name);
      });
    }
  }
  return discarded;
}

/** Calls back for each rule that an expression calls, with whether the value is looked at there. */
function eachUse(node, discarded, use) {
  switch (node.type) {
    case 'rule_ref':
      return use(node.name, discarded);
    case 'action':
      if (node.expression.type === 'sequence') {
        for (const element of node.expression.elements) eachUse(element, true, use);
        return undefined;
      }
      return eachUse(node.expression, true, use);
    case 'sequence': {
      const plucks = node.elements.some((element) => element.type === 'labeled' && element.pick);
      for (const element of node.elements) eachUse(element, discarded || plucks, use);
      return undefined;
    }
    case 'choice':
      for (const alternative of node.alternatives) eachUse(alternative, discarded, use);
      return undefined;
    case 'text':
    case 'simple_and':
    case 'simple_not':
      return eachUse(node.expression, true, use);
    case 'labeled':
      return eachUse(node.expression, false, use);
    case 'repeated':
      if (node.delimiter) eachUse(node.delimiter, false, use);
      return eachUse(node.expression, false, use);
    default:
      return node.expression === undefined ? undefined : eachUse(node.expression, discarded, use);
  }
}

function addTopLevelCode(ast, code) {
  const added = { type: 'top_level_initializer', code, codeLocation: ast.location, location: ast.location };
  const present = ast.topLevelInitializer;
  if (present === undefined || present === null) ast.topLevelInitializer = added;
  else if (Array.isArray(present)) present.push(added);
  else ast.topLevelInitializer = [present, added];
}
