// Writes the JSON Schema of configuration files out of the rules: dist/schema.json, a part of the build.
import { mkdir, writeFile } from 'node:fs/promises';
import { rules } from '../rules/index.js';
import { configSchema } from '../src/linter/configuration/schema.js';

const folder = new URL('../dist/', import.meta.url);
await mkdir(folder, { recursive: true });
await writeFile(new URL('schema.json', folder), `${JSON.stringify(configSchema(rules))}\n`);
