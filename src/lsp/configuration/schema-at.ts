import type { JsonSchema } from '../../linter/json-schema.js';

/** The keys that lead to a place of a configuration. */
export type Keys = readonly (string | number)[];

/**
 * Every schema that a value at a place may fit: alternatives apart, references followed.
 *
 * @param schema the schema of the whole file, with its definitions
 * @param keys the keys that lead there
 */
export function schemasAt(schema: JsonSchema, keys: Keys): JsonSchema[] {
  let found = alternatives(schema, schema);
  for (const key of keys) {
    found = found.flatMap((one) => inside(one, key)).flatMap((one) => alternatives(one, schema));
  }
  return found;
}

/** What the schema says of a place in words. */
export function describe(schema: JsonSchema, keys: Keys): string | undefined {
  const key = keys.at(-1);
  if (key === undefined) return undefined;
  const above = schemasAt(schema, keys.slice(0, -1));
  const candidates = above.flatMap((one) => inside(one, key)).flatMap((one) => [one, ...alternatives(one, schema)]);
  return candidates.find(({ description }) => description !== undefined)?.description;
}

function inside(schema: JsonSchema, key: string | number): JsonSchema[] {
  if (typeof key === 'string') {
    const property = schema.properties?.[key];
    if (property !== undefined) return [property];
    return typeof schema.additionalProperties === 'object' ? [schema.additionalProperties] : [];
  }
  const { items } = schema;
  if (items === undefined) return [];
  if (!Array.isArray(items)) return [items as JsonSchema];
  const item = (items as readonly JsonSchema[])[key];
  return item === undefined ? [] : [item];
}

function alternatives(schema: JsonSchema, whole: JsonSchema): JsonSchema[] {
  const parts = [...(schema.anyOf ?? []), ...(schema.allOf ?? [])];
  const reference = schema.$ref;
  if (reference !== undefined) {
    const name = reference.replace('#/definitions/', '');
    const target = whole.definitions?.[name];
    return target === undefined ? [] : alternatives(target, whole);
  }
  if (parts.length === 0) return [schema];
  return parts.flatMap((part) => alternatives(part, whole));
}
