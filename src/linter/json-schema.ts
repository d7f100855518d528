/** The part of JSON Schema that options of rules and configurations are written in. */
export interface JsonSchema {
  description?: string;
  type?: 'object' | 'array' | 'string' | 'boolean' | 'integer' | 'number';
  enum?: readonly unknown[];
  const?: unknown;
  default?: unknown;
  examples?: readonly unknown[];
  minimum?: number;
  maximum?: number;
  pattern?: string;
  items?: JsonSchema | readonly JsonSchema[];
  minItems?: number;
  maxItems?: number;
  properties?: Readonly<Record<string, JsonSchema>>;
  additionalProperties?: boolean | JsonSchema;
  required?: readonly string[];
  anyOf?: readonly JsonSchema[];
  allOf?: readonly JsonSchema[];
  $ref?: string;
  $schema?: string;
  title?: string;
  definitions?: Readonly<Record<string, JsonSchema>>;
}

/** The type of the values that fit a schema which is written `as const`. */
export type ValueOf<S> = S extends { enum: readonly (infer Value)[] }
  ? Value
  : S extends { type: 'boolean' }
    ? boolean
    : S extends { type: 'integer' | 'number' }
      ? number
      : S extends { type: 'string' }
        ? string
        : S extends { type: 'array'; items: infer Item }
          ? readonly ValueOf<Item>[]
          : S extends { type: 'object'; properties: infer Properties }
            ? ObjectOf<Properties, S extends { required: readonly (infer Name)[] } ? Name : never>
            : S extends { type: 'object'; additionalProperties: infer Value }
              ? Readonly<Record<string, ValueOf<Value>>>
              : S extends { anyOf: readonly (infer One)[] }
                ? ValueOf<One>
                : unknown;

type ObjectOf<Properties, Required> = {
  readonly [Name in keyof Properties as Name extends Required ? Name : never]: ValueOf<Properties[Name]>;
} & {
  readonly [Name in keyof Properties as Name extends Required ? never : Name]?: ValueOf<Properties[Name]>;
};
