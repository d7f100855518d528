import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';
import { embeddedGrammar } from '../../editors/vscode/grammars/embedded.js';
import { grammars } from '../../editors/vscode/grammars/index.js';

const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
const onigLib = oniguruma.loadWASM(wasm).then(() => ({
  createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
  createOnigString: (text: string) => new oniguruma.OnigString(text),
}));

/** Stands for VS Code’s grammar of YAML: keys and comments. */
const yaml = {
  name: 'YAML',
  scopeName: 'source.yaml',
  patterns: [
    { match: '#.*$', name: 'comment.line.number-sign.yaml' },
    { match: String.raw`^[ \t]*(?:-[ \t]+)?([\w.]+)(?=:)`, name: 'entity.name.tag.yaml' },
  ],
};

const registry = new textmate.Registry({
  onigLib,
  getInjections: (scopeName) => (scopeName === 'source.yaml' ? [embeddedGrammar.scopeName] : undefined),
  loadGrammar: async (scopeName) => {
    const found = [...Object.values(grammars), embeddedGrammar, yaml].find(
      (grammar) => grammar.scopeName === scopeName,
    );
    return found === undefined ? null : textmate.parseRawGrammar(JSON.stringify(found), 'grammar.json');
  },
});

/** What VS Code colours by: for each character of a text the scopes that it stands in, the root's own left out. */
export async function scopesOf(language: string, text: string): Promise<string[][]> {
  const grammar = await registry.loadGrammar(`source.${language}`);
  if (grammar === null) throw new Error(`There is no grammar of ${language}.`);
  const scopes: string[][] = [];
  let state = textmate.INITIAL;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    for (const token of tokens) {
      for (let at = token.startIndex; at < Math.min(token.endIndex, line.length); at++)
        scopes.push(token.scopes.slice(1));
    }
    // The line feed.
    scopes.push([]);
    state = ruleStack;
  }
  return scopes;
}
