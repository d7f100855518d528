import { readdirSync } from 'node:fs';

/**
 * Declares the tests of all rules of one folder in the test file that asks for it. Jest loads every module again for each
 * test file, which takes longer than the tests of most rules.
 *
 * @param folder the folder of rules, without its path
 */
export async function importTests(folder: string): Promise<void> {
  const tests = new URL(`./${folder}/`, import.meta.url);
  for (const file of readdirSync(tests).filter((name) => name.endsWith('.test.ts'))) {
    await import(`./${folder}/${file}`);
  }
}
