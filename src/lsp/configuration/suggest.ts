import { CompletionItemKind } from 'vscode-languageserver/node';
import type { JsonSchema } from '../../linter/json-schema.js';
import { literal, type Suggestion } from '../features/completion/suggestion.js';
import type { ConfigPlace, ConfigReader } from './place.js';
import { describe, schemasAt } from './schema-at.js';

/** How a file writes what is put in. */
export interface Writing {
  write: ConfigReader['write'];
  isYaml: boolean;
  /** The blanks in front of the line, for YAML's next level. */
  indent: string;
}

/**
 * The keys or values that the schema allows at a place.
 *
 * @param schema of the whole file
 * @param place where the cursor stands
 */
export function suggest(schema: JsonSchema, place: ConfigPlace, writing: Writing): Suggestion[] {
  const schemas = schemasAt(schema, place.keys);
  const keys = place.role === 'value' ? [] : suggestKeys(schema, schemas, place, writing);
  const values = place.role === 'key' ? [] : suggestValues(schemas, place, writing);
  return [...values, ...keys];
}

function suggestKeys(
  schema: JsonSchema,
  schemas: readonly JsonSchema[],
  { keys, replace, siblings, hasColon }: ConfigPlace,
  writing: Writing,
): Suggestion[] {
  const names = new Set(schemas.flatMap(({ properties }) => Object.keys(properties ?? {})));
  return [...names]
    .filter((name) => !siblings.includes(name))
    .map((name) => {
      const key = writing.write(name);
      const suggestion: Suggestion = {
        label: name,
        filter: key,
        insert: hasColon ? key : `${key}: `,
        replace,
        kind: CompletionItemKind.Property,
      };
      if (!hasColon) {
        const value = skeleton(schemasAt(schema, [...keys, name]), writing);
        suggestion.snippet = `${literal(key)}:${value}`;
      }
      const documentation = describe(schema, [...keys, name]);
      if (documentation !== undefined) suggestion.documentation = documentation;
      return suggestion;
    });
}

/** What a value of a key begins with, as a snippet. */
function skeleton(schemas: readonly JsonSchema[], { isYaml, indent }: Writing): string {
  const isOnly = (type: string) => schemas.length > 0 && schemas.every((one) => one.type === type);
  if (isOnly('object')) return isYaml ? `\n${indent}  $0` : ' {$0}';
  if (isOnly('array')) return isYaml ? `\n${indent}  - $0` : ' [$0]';
  if (isYaml) return ' $0';
  const isText = schemas.some((one) => one.type === 'string' || one.enum?.some((value) => typeof value === 'string'));
  return isText && !schemas.some((one) => one.type === 'boolean' || hasNumbers(one)) ? ' "$0"' : ' $0';
}

function hasNumbers({ examples }: JsonSchema): boolean {
  return examples?.some((value) => typeof value === 'number') === true;
}

function suggestValues(schemas: readonly JsonSchema[], { replace }: ConfigPlace, { write }: Writing): Suggestion[] {
  const values = new Map<string, unknown>();
  for (const one of schemas) for (const value of valuesOf(one)) values.set(write(value), value);
  return [...values].map(([text, value]) => ({
    label: String(value),
    filter: text,
    insert: text,
    replace,
    kind: CompletionItemKind.EnumMember,
  }));
}

function valuesOf(schema: JsonSchema): readonly unknown[] {
  if (schema.examples !== undefined) return schema.examples;
  if (schema.enum !== undefined) return schema.enum;
  if (schema.type === 'boolean') return [true, false];
  const standard = schema['default'];
  return standard === undefined || typeof standard === 'object' ? [] : [standard];
}
