/**
 * Writes JavaScript that recognizes an expression of a grammar: a function from an offset to the offset behind the match,
 * or to -1. Runs of a character class become loops over char codes; nothing is collected and no failure is recorded.
 */

/** Whether a matcher can be written for an expression; `rules` are those by name that have matchers of their own. */
export function isLexical(node, rules) {
  switch (node.type) {
    case 'literal':
      return !node.ignoreCase;
    case 'class':
      return !node.ignoreCase && !node.unicode && node.parts.every(isPlainPart);
    case 'any':
      return true;
    case 'sequence':
      return node.elements.every((element) => isLexical(element, rules));
    case 'choice':
      return node.alternatives.every((alternative) => isLexical(alternative, rules));
    case 'rule_ref':
      return rules.has(node.name);
    case 'text':
    case 'group':
    case 'labeled':
    case 'named':
    case 'optional':
    case 'zero_or_more':
    case 'one_or_more':
    case 'simple_and':
    case 'simple_not':
      return isLexical(node.expression, rules);
    default:
      return false;
  }
}

function isPlainPart(part) {
  return typeof part === 'string' ? part.length === 1 : Array.isArray(part) && part[0].length === 1;
}

/**
 * The code of a matcher function.
 *
 * @param {string} name
 * @param {object} node a lexical expression
 * @param {(rule: string) => string} nameOfRule the name of a rule's matcher
 */
export function matcherCode(name, node, nameOfRule) {
  let labels = 0;
  const fresh = (prefix) => `${prefix}${labels++}`;

  /** Statements that move `p` behind a match, or run `fail`, which leaves the enclosing block; `p` is then anything. */
  function code(node, fail) {
    switch (node.type) {
      case 'literal':
        return literalCode(node.value, fail);
      case 'class':
        return `if (!(${classTest(node)})) ${fail} p++;`;
      case 'any':
        return `if (p >= input.length) ${fail} p++;`;
      case 'sequence':
        return node.elements.map((element) => code(element, fail)).join('\n');
      case 'choice':
        return choiceCode(node.alternatives, fail);
      case 'rule_ref':
        return `p = ${nameOfRule(node.name)}(input, p); if (p < 0) ${fail}`;
      case 'optional':
        return optionalCode(node.expression);
      case 'zero_or_more':
        return repeatedCode(node.expression);
      case 'one_or_more':
        return `${code(node.expression, fail)}\n${repeatedCode(node.expression)}`;
      case 'simple_and': {
        const start = fresh('s');
        return `const ${start} = p;\n${code(node.expression, fail)}\np = ${start};`;
      }
      case 'simple_not':
        return notCode(node.expression, fail);
      default:
        return code(node.expression, fail);
    }
  }

  function literalCode(value, fail) {
    if (value === '') return '';
    const tests = [...Array(value.length).keys()].map(
      (at) => `input.charCodeAt(p${at === 0 ? '' : ` + ${at}`}) !== ${value.charCodeAt(at)}`,
    );
    return `if (${tests.join(' || ')}) ${fail} p += ${value.length};`;
  }

  function choiceCode(alternatives, fail) {
    const start = fresh('s');
    const done = fresh('C');
    const blocks = alternatives.slice(0, -1).map((alternative) => {
      const failed = fresh('A');
      return `${failed}: {\n${code(alternative, `break ${failed};`)}\nbreak ${done};\n}\np = ${start};`;
    });
    return `const ${start} = p;\n${done}: {\n${blocks.join('\n')}\n${code(alternatives.at(-1), fail)}\n}`;
  }

  function optionalCode(expression) {
    const start = fresh('s');
    const done = fresh('O');
    const failed = fresh('A');
    const attempt = `${failed}: {\n${code(expression, `break ${failed};`)}\nbreak ${done};\n}`;
    return `const ${start} = p;\n${done}: {\n${attempt}\np = ${start};\n}`;
  }

  function repeatedCode(expression) {
    if (isAllBut(expression)) {
      return `p = input.indexOf(${JSON.stringify(expression.parts[0])}, p); if (p < 0) p = input.length;`;
    }
    if (expression.type === 'class') return `while (${classTest(expression)}) p++;`;
    const start = fresh('s');
    const loop = fresh('L');
    const failed = fresh('A');
    const attempt = `${failed}: {\n${code(expression, `break ${failed};`)}\ncontinue ${loop};\n}`;
    return `${loop}: for (;;) {\nconst ${start} = p;\n${attempt}\np = ${start};\nbreak;\n}`;
  }

  function notCode(expression, fail) {
    const start = fresh('s');
    const failed = fresh('A');
    return `const ${start} = p;\n${failed}: {\n${code(expression, `break ${failed};`)}\n${fail}\n}\np = ${start};`;
  }

  const body = code(node, 'return -1;');
  return `function ${name}(input, p) {\nlet c = 0;\n${body}\nreturn p;\n}`;
}

/** Whether a class takes every character but one: then the engine's own search is faster than any loop. */
function isAllBut({ type, inverted, parts }) {
  return type === 'class' && inverted && parts.length === 1 && typeof parts[0] === 'string';
}

/** A condition on the character at `p`; false at the end of the input. */
function classTest({ parts, inverted }) {
  const tests = parts.map((part) => {
    const [from, to] = (Array.isArray(part) ? part : [part, part]).map((character) => character.charCodeAt(0));
    if (from === to) return inverted ? `c !== ${from}` : `c === ${from}`;
    if (to === 0xffff) return inverted ? `c < ${from}` : `c >= ${from}`;
    return inverted ? `(c < ${from} || c > ${to})` : `(c >= ${from} && c <= ${to})`;
  });
  if (inverted) return ['p < input.length', '((c = input.charCodeAt(p)), true)', ...tests].join(' && ');
  // Behind the end the code is NaN, which no comparison takes.
  return parts.length === 0 ? 'false' : `((c = input.charCodeAt(p)), ${tests.join(' || ')})`;
}
