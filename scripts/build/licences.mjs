// The licences of what is bundled, which all ask to be passed on with it.
import { readdir, readFile } from 'node:fs/promises';

/** What puts code of its own into what it makes. */
const generators = ['node_modules/peggy', 'node_modules/rolldown'];

/**
 * Collects the licences of the packages that a bundle is made of.
 *
 * @param {string} root the project's folder
 * @param {readonly string[]} modules the paths of all modules in the bundle, below the project's folder
 * @returns {Promise<string>} one text: each package with its version, its licence's name and text
 * @throws where a package names no licence
 */
export async function licencesOf(root, modules) {
  const folders = modules.flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
  const packages = await Promise.all(
    [...new Set([...folders, ...generators])].map((folder) => licenceOf(root + folder)),
  );
  const texts = new Map();
  for (const { title, text } of packages.sort((a, b) => (a.title < b.title ? -1 : 1)))
    texts.set(text, [...(texts.get(text) ?? []), title]);
  const sections = [...texts].map(([text, titles]) => `${[...new Set(titles)].join('\n')}\n\n${text}\n`);
  const head = 'pgconflint is made with parts of these packages; each keeps its own licence.\n';
  return [head, ...sections].join(`\n${'-'.repeat(80)}\n\n`);
}

async function licenceOf(folder) {
  const manifest = JSON.parse(await readFile(`${folder}/package.json`, 'utf8'));
  const { name, version, license } = manifest;
  if (typeof license !== 'string') throw new Error(`${name} ${version} names no licence.`);
  const title = `${name} ${version} (${license})`;
  const file = (await readdir(folder)).find((each) => /^(?:licen[cs]e|copying)(?:[.-]|$)/i.test(each));
  if (file !== undefined) return { title, text: (await readFile(`${folder}/${file}`, 'utf8')).trim() };
  const author = manifest.author?.name ?? manifest.author ?? 'its authors';
  return { title, text: `By ${author}. The package names the licence ${license} and brings no text of it.` };
}
