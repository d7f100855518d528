// The bundle is split as ES modules and written as CommonJS, which Node starts in less time.
import { createHash } from 'node:crypto';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { transform } from 'esbuild';

/**
 * Writes the files of a bundle as CommonJS.
 *
 * @param {readonly import('esbuild').OutputFile[]} files as ES modules, with the extension .cjs
 * @param {string} folder the bundle's folder, where `parts/` stands
 * @param {string} command the file that a start of the command loads; it is written with the extension .js
 */
export async function writeCommonJs(files, folder, command) {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  // Told to what keeps results from run to run: another build may judge otherwise.
  const digest = createHash('sha256')
    .update(JSON.stringify([...texts.values()]))
    .digest('hex');
  const passing = new Map([...texts].flatMap(([path, text]) => passedOn(path, text)));
  for (const [path, text] of texts) {
    if (passing.has(path)) continue;
    /** What gives the exports of a module of the bundle. */
    const load = (target) => {
      const from = (file) => `require(${JSON.stringify(relativeName(path, file))})`;
      const names = passing.get(target);
      if (names === undefined) return from(target);
      return `({${names.map(({ name, file, inner }) => `get ${name}(){return ${from(file)}.${inner}}`).join(',')}})`;
    };
    const loading = text
      .replace(/\bpgconflintBuild\b/g, JSON.stringify(digest))
      // What is loaded later: an import of ES modules would start their loader.
      .replace(
        /\bimport\("(\.[^"]+)"\)/g,
        (_, name) => `Promise.resolve().then(()=>${load(resolve(dirname(path), name))})`,
      )
      .replace(/\bpgconflintPart\("([\w-]+)"\)/g, (_, name) => load(`${folder}/parts/${name}.cjs`));
    await writeModule(path === command ? path.replace(/\.cjs$/, '.js') : path, withPlainBindings(loading));
  }
}

/**
 * Gives a file variables of its own for what it imports from other files of the bundle. As esbuild writes it, each use of a
 * name would go through two getters: 6 to 8 per cent of a profile of 100,000 records. Files never import each other in a
 * circle, and nothing that is exported changes later (scripts/build/module-graph.mjs sees to that).
 */
function withPlainBindings(text) {
  const start = /^(?:#!.*\n)?/.exec(text)[0].length;
  const statement = /\s*import(?:\s*\{([^}]*)\}\s*from)?\s*"(\.[^"]*)";/y;
  let loading = '';
  let end = (statement.lastIndex = start);
  for (let match = statement.exec(text); match !== null; match = statement.exec(text)) {
    const [, names, file] = match;
    const bound = names === undefined ? '' : `var{${names.replace(/\s+as\s+/g, ':')}}=`;
    loading += `${bound}require(${JSON.stringify(file)});`;
    end = statement.lastIndex;
  }
  return text.slice(0, start) + loading + text.slice(end);
}

async function writeModule(path, text) {
  const { code } = await transform(withPlainExports(text), {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minify: true,
    // The exports are written as CommonJS already.
    logOverride: { 'commonjs-variable-in-esm': 'silent' },
    define: { 'import.meta.url': 'pgconflintModule' },
  });
  const place = 'const pgconflintModule=require("node:url").pathToFileURL(__filename).href;';
  // ES modules are strict by themselves.
  const hashbang = /^#!.*\n/.exec(code)?.[0] ?? '';
  const body = code.slice(hashbang.length);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${hashbang}"use strict";${body.includes('pgconflintModule') ? place : ''}${body}`);
  if (hashbang !== '') await chmod(path, 0o755);
}

/**
 * Exports functions as what they are. esbuild's way is a getter that all exports of a file share, which costs a tenth of
 * the time of judging many records. Variables may be set later, so each keeps a getter, one of its own.
 */
function withPlainExports(text) {
  return text.replace(/\bexport\{([^{}]*)\};\s*$/, (_, list) => {
    const properties = list.split(',').map((pair) => {
      const [local, name = local] = pair.split(' as ');
      const isFunction = new RegExp(`\\bfunction\\*? ?${local.replaceAll('$', '\\$')}\\(`).test(text);
      return isFunction ? `${name}:${local}` : `get ${name}(){return ${local}}`;
    });
    // What Node and bundlers go by where a module has a default export.
    if (list.includes(' as default')) properties.push('__esModule:true');
    return `module.exports={${properties.join(',')}};`;
  });
}

function relativeName(from, to) {
  const name = relative(dirname(from), to);
  return name.startsWith('.') ? name : `./${name}`;
}

/**
 * A file that only passes on what others export is not worth a file.
 *
 * @returns {[string, { name: string, file: string, inner: string }[]][]} its path, and where each export comes from
 */
function passedOn(path, text) {
  const statement = /(?:import(?:\{([^}]*)\}from)?"([^"]*)"|export\{([^}]*)\});/y;
  const locals = new Map();
  const names = [];
  const pairs = (list) => list.split(',').map((pair) => pair.split(' as '));
  for (const body = text.trim(); statement.lastIndex < body.length; ) {
    const match = statement.exec(body);
    if (match === null) return [];
    const [, imported, file, exported] = match;
    if (exported !== undefined) {
      for (const [local, name = local] of pairs(exported)) names.push({ local, name });
    } else if (imported !== undefined) {
      for (const [inner, local = inner] of pairs(imported))
        locals.set(local, { file: resolve(dirname(path), file), inner });
    }
  }
  if (names.length === 0 || names.some(({ local }) => !locals.has(local))) return [];
  return [[path, names.map(({ local, name }) => ({ name, ...locals.get(local) }))]];
}

/**
 * Writes an ES module that gives what a CommonJS module of the bundle exports, so that people import it by name.
 *
 * @param {string} path of the CommonJS module, without its extension
 * @param {readonly string[]} names what it exports
 */
export async function writeModuleOver(path, names) {
  const base = path.slice(path.lastIndexOf('/') + 1);
  const lines = names.map((name) => `export const ${name} = api.${name};`);
  await writeFile(`${path}.mjs`, `import api from './${base}.cjs';\n${lines.join('\n')}\n`);
}
