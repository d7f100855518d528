/** The extension's manifest against what it stands for: the server's formats and settings, the grammars, the snippets. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { embeddedGrammar } from '../../editors/vscode/grammars/embedded.js';
import { grammars } from '../../editors/vscode/grammars/index.js';
import { documentSelector, generalLanguages, languageOf } from '../../editors/vscode/src/languages.js';
import { majors } from '../../src/catalog/majors.js';
import { kindByName } from '../../src/formats/recognize.js';
import { baselineName } from '../../src/linter/baseline/baseline.js';
import { isConfigurationBuffer, kindOfBuffer } from '../../src/lsp/workspace/languages.js';
import { defaultSettings, readSettings } from '../../src/lsp/workspace/settings.js';
import type { FileKind } from '../../src/syntax/nodes.js';
import { lintText } from './lint-text.js';

const folder = 'editors/vscode';
const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const manifest = read(`${folder}/package.json`);
const { contributes } = manifest;
interface Language {
  id: string;
  filenamePatterns: string[];
}
const languages: Language[] = contributes.languages;
const kinds = Object.keys(languageOf) as FileKind[];

test('the extension has the version of the project, and says what changed', () => {
  const { version } = read('package.json');
  expect(manifest.version).toBe(version);
  expect(read(`${folder}/package-lock.json`).version).toBe(version);
  expect(readFileSync(`${folder}/CHANGELOG.md`, 'utf8')).toContain(`## ${version}\n`);
});

describe('languages', () => {
  test('the server takes each for what it is', () => {
    expect(languages.map(({ id }) => id).sort()).toEqual(Object.values(languageOf).sort());
    for (const kind of kinds) expect(kindOfBuffer('/x/any', languageOf[kind])).toBe(kind);
  });

  test('files get the language that their names give the server', () => {
    const stars = ['', '_x', '-16', '.auto'];
    for (const { id, filenamePatterns } of languages) {
      for (const pattern of filenamePatterns) {
        for (const star of stars) {
          const kind = kindByName(`/etc/${pattern.replace('*', star)}`);
          expect(`${pattern} ${kind && languageOf[kind]}`).toBe(`${pattern} ${id}`);
        }
      }
      const [first] = filenamePatterns;
      expect(filenamePatterns).toEqual([first, `${first}.sample`]);
    }
  });

  test('a file that VS Code knows by no name of its own is judged by its contents', () => {
    for (const language of generalLanguages) {
      expect(isConfigurationBuffer('/x/10-memory.conf', language, 'work_mem = 4MB\n')).toBe(true);
      expect(isConfigurationBuffer('/x/nginx.conf', language, 'server { listen 80; }\n')).toBe(false);
    }
    expect(documentSelector).toContainEqual({ scheme: 'file', pattern: '**/*.conf' });
  });

  test('each has a grammar, a configuration and snippets that exist', () => {
    const ids = languages.map(({ id }) => id).sort();
    const [own, injected] = [true, false].map((isOwn) =>
      contributes.grammars.filter((grammar: { language?: string }) => (grammar.language !== undefined) === isOwn),
    );
    expect(own.map(({ language }: { language: string }) => language).sort()).toEqual(ids);
    expect(injected).toMatchObject([
      { scopeName: embeddedGrammar.scopeName, path: './syntaxes/embedded.tmLanguage.json', injectTo: ['source.yaml'] },
    ]);
    for (const { language, scopeName, path } of own) {
      expect(grammars[language]?.scopeName).toBe(scopeName);
      expect(path).toBe(`./syntaxes/${language}.tmLanguage.json`);
    }
    const named = [...contributes.languages.map((one: { configuration: string }) => one.configuration)];
    for (const { language, path } of contributes.snippets) named.push(path) && expect(ids).toContain(language);
    expect(named.filter((path) => !existsSync(`${folder}/${path}`))).toEqual([]);
    expect(Object.keys(contributes.configurationDefaults).sort()).toEqual(ids.map((id) => `[${id}]`));
  });
});

describe('settings', () => {
  const { properties } = contributes.configuration;

  test('the server reads those that are for it, and its defaults are the same', () => {
    const given = Object.fromEntries(
      Object.entries<{ default: unknown }>(properties).map(([name, setting]) => [name.slice(11), setting.default]),
    );
    // The extension sends it only where the workspace is trusted.
    expect(readSettings(given)).toEqual({ ...defaultSettings, runsCode: true });
    expect(readSettings({ ...given, runConfigurationCode: false })).toEqual(defaultSettings);
    expect(properties['pgconflint.targets'].items.enum).toEqual([...majors]);
  });

  test('what names or runs a program counts in trusted workspaces only', () => {
    const { restrictedConfigurations, supported } = manifest.capabilities.untrustedWorkspaces;
    expect(supported).toBe('limited');
    expect(restrictedConfigurations).toEqual(['pgconflint.server.path', 'pgconflint.runConfigurationCode']);
    for (const name of restrictedConfigurations) expect(properties).toHaveProperty([name]);
  });

  test('the page of the extension names all of them, and all commands', () => {
    const page = readFileSync(`${folder}/README.md`, 'utf8');
    for (const name of Object.keys(properties)) expect(page).toContain(`\`${name}\``);
    for (const { title } of contributes.commands) expect(page).toContain(`pgconflint: ${title}`);
  });
});

describe('commands', () => {
  const names: string[] = contributes.commands.map(({ command }: { command: string }) => command);

  test('each is registered, and those about a file are offered with one only', () => {
    const source = readFileSync(`${folder}/src/extension.ts`, 'utf8');
    expect(names.filter((name) => !source.includes(`'${name}':`))).toEqual([]);
    for (const { command } of Object.values<{ command: string }[]>(contributes.menus).flat())
      expect(names).toContain(command);
  });

  test('the walkthrough shows pages that exist, and offers commands that exist', () => {
    const [{ steps }] = contributes.walkthroughs;
    expect(steps.length).toBeGreaterThanOrEqual(3);
    expect(steps.length).toBeLessThanOrEqual(5);
    const pages: string[] = steps.map(({ media }: { media: { markdown: string } }) => media.markdown);
    const texts = pages.map((page) => readFileSync(`${folder}/${page}`, 'utf8'));
    expect(texts.join()).toContain(baselineName);
    const given = JSON.stringify(steps);
    const offered = [...given.matchAll(/command:(pgconflint\.\w+)/gi)].map(([, name]) => name);
    expect(offered.length).toBeGreaterThan(3);
    expect(offered.filter((name) => !names.includes(name!))).toEqual([]);
    // Bold words are commands, or keys of the editor.
    const titles = contributes.commands.map(({ title }: { title: string }) => title);
    const bold = texts.slice(2).flatMap((text) => [...text.matchAll(/\*\*([^*]+)\*\*/g)].map(([, words]) => words));
    expect(bold.filter((words) => !titles.includes(words))).toEqual([]);
  });
});

describe('snippets', () => {
  interface Snippet {
    body: string | string[];
  }
  const fileOf: Record<string, string> = {
    'pg-hba': 'pg_hba.conf',
    'pg-ident': 'pg_ident.conf',
    'pg-hosts': 'pg_hosts.conf',
    'postgresql-conf': 'postgresql.conf',
  };
  /** With the first choice, or the proposed text, at every place. */
  const expanded = (body: string | string[]) =>
    [body]
      .flat()
      .join('\n')
      .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
      .replace(/(?<!\\)\$\{\d+:((?:\\.|[^}])*)\}/g, '$1')
      .replace(/\\([\\$}])/g, '$1');

  const snippets: [string, string, string][] = contributes.snippets.flatMap(
    ({ language, path }: { language: string; path: string }) =>
      Object.entries<Snippet>(read(`${folder}/${path}`)).map(([name, { body }]) => [language, name, expanded(body)]),
  );

  test.each(snippets)('%s: %s loads as it is', async (language, _name, text) => {
    // A pg_hba.conf without a record is refused, and some snippets are comments.
    const before = language === 'pg-hba' ? 'local postgres postgres peer\n' : '';
    const problems = await lintText(fileOf[language]!, `${before}${text}\n`, language === 'pg-hosts' ? 19 : 18);
    expect(problems).toEqual([]);
  });
});
