import { CompletionItemKind } from 'vscode-languageserver/node';
import { libraries } from '../../../catalog/libraries.js';
import { extensionParametersOf, parametersOf } from '../../../catalog/parameters.js';
import type { Parameter } from '../../../catalog/types.js';
import type { Cluster } from '../../../cluster/types.js';
import { listInForce } from '../../../rule-kit/settings/settings.js';
import type { Span } from '../../../syntax/nodes.js';
import { libraryName, libraryParameters } from '../../../values/lists/parameters.js';
import { defaultText, typeText } from '../../../values/parameter-text.js';
import { writeValue } from '../../../values/quote.js';
import { literal, placeholder, type Suggestion } from './suggestion.js';

const includes = {
  include: 'Reads another file here.',
  include_if_exists: 'Reads another file here, where it exists.',
  include_dir: 'Reads every .conf file of a folder here.',
} as const;

/**
 * Parameter names, each with its default as the value to begin with.
 *
 * @param replace the name as far as it stands there
 * @param hasValue whether an equals sign or a value follows already
 */
export function suggestNames(cluster: Cluster, replace: Span, typed: string, hasValue: boolean): Suggestion[] {
  const parameters = [...parametersOf(cluster.target), ...parametersOfLibraries(cluster, typed)];
  const suggestions = parameters
    .filter(({ context, hidden, needsBuild }) => context !== 'internal' && !hidden && needsBuild === undefined)
    .map((parameter) => suggestName(parameter, replace, hasValue));
  for (const [label, documentation] of Object.entries(includes)) {
    const insert = hasValue ? label : `${label} ''`;
    const snippet = hasValue ? label : `${label} '$1'`;
    suggestions.push({ label, insert, snippet, replace, documentation, kind: CompletionItemKind.Keyword });
  }
  return suggestions;
}

function suggestName(parameter: Parameter, replace: Span, hasValue: boolean): Suggestion {
  const { name } = parameter;
  const suggestion: Suggestion = {
    label: name,
    replace,
    kind: CompletionItemKind.Property,
    detail: typeText(parameter),
    parameter: name,
  };
  if (hasValue) return suggestion;
  const value = defaultText(parameter);
  const written = value === undefined ? '' : value === "''" ? value : writeValue(value.replace(' ', ''));
  suggestion.insert = `${name} = ${written}`;
  suggestion.snippet = `${literal(name)} = ${placeholder(written)}`;
  return suggestion;
}

/** Those of the libraries that are loaded; of every library where a prefix is typed already. */
function parametersOfLibraries(cluster: Cluster, typed: string): Parameter[] {
  const loaded = new Set(libraryParameters.flatMap((name) => listInForce(cluster, name)?.map(libraryName) ?? []));
  return extensionParametersOf(cluster.target).filter(({ name, library }) => {
    if (typed.includes('.')) return name.toLowerCase().startsWith(typed.slice(0, typed.indexOf('.') + 1).toLowerCase());
    return library !== undefined && libraries.has(library) && loaded.has(library);
  });
}
