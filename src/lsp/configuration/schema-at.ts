import type { ConfigSchema } from '../../linter/configuration/schema.js';

/** The keys that lead to a place of a configuration. */
export type Keys = readonly (string | number)[];

/**
 * Every schema that a value at a place may fit: alternatives apart, references followed.
 *
 * @param schema the schema of the whole file, with its definitions
 * @param keys the keys that lead there
 */
export function schemasAt(schema: ConfigSchema, keys: Keys): ConfigSchema[] {
  let found = alternatives(schema, schema);
  for (const key of keys) {
    found = found.flatMap((one) => inside(one, key)).flatMap((one) => alternatives(one, schema));
  }
  return found;
}

/** What the schema says of a place in words. */
export function describe(schema: ConfigSchema, keys: Keys): string | undefined {
  const key = keys.at(-1);
  if (key === undefined) return undefined;
  const above = schemasAt(schema, keys.slice(0, -1));
  const candidates = above.flatMap((one) => inside(one, key)).flatMap((one) => [one, ...alternatives(one, schema)]);
  return candidates.find(({ description }) => description !== undefined)?.description;
}

function inside(schema: ConfigSchema, key: string | number): ConfigSchema[] {
  if (typeof key === 'string') {
    const property = schema.properties?.[key];
    if (property !== undefined) return [property];
    return typeof schema.additionalProperties === 'object' ? [schema.additionalProperties] : [];
  }
  const { items } = schema;
  if (items === undefined) return [];
  if (!Array.isArray(items)) return [items as ConfigSchema];
  const item = (items as readonly ConfigSchema[])[key];
  return item === undefined ? [] : [item];
}

function alternatives(schema: ConfigSchema, whole: ConfigSchema): ConfigSchema[] {
  const parts = [...(schema.anyOf ?? []), ...((schema['allOf'] as readonly ConfigSchema[] | undefined) ?? [])];
  const reference = schema['$ref'];
  if (typeof reference === 'string') {
    const name = reference.replace('#/definitions/', '');
    const target = (whole['definitions'] as Record<string, ConfigSchema> | undefined)?.[name];
    return target === undefined ? [] : alternatives(target, whole);
  }
  if (parts.length === 0) return [schema];
  return parts.flatMap((part) => alternatives(part, whole));
}
