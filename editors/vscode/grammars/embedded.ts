/** Files of PostgreSQL inside YAML: texts in keys that are called like files, and lists of records. */
import type { Captures, Grammar, Pattern } from './grammar.js';
import { grammars } from './index.js';
import { lineStart } from './records.js';

/** What VS Code colours of other languages: put into the grammar of YAML. */
export interface Injection extends Grammar {
  injectionSelector: string;
}

/** Keys whose texts are files, as regular expressions, by the languages of the files. */
const texts: Readonly<Record<string, string>> = {
  'postgresql-conf': String.raw`[\w.-]*postgres(?:ql)?[\w.-]*\.conf|extendedConfiguration|extendedConf`,
  'pg-hba': String.raw`[\w.-]*pg_hba[\w.-]*\.conf|pgHbaConfiguration`,
  'pg-ident': String.raw`[\w.-]*pg_ident[\w.-]*\.conf`,
};
/** Keys whose lists have records. */
const lists: Readonly<Record<string, string>> = { 'pg-hba': 'pg_hba', 'pg-ident': 'pg_ident' };

const key = (name: string) => String.raw`^([ \t]*)(?:-[ \t]+)?(["']?(?:${name})["']?)(:)`;
const keyCaptures: Captures = {
  2: { name: 'entity.name.tag.yaml' },
  3: { name: 'punctuation.separator.key-value.mapping.yaml' },
  4: { name: 'keyword.control.flow.block-scalar.literal.yaml' },
};

/** A literal block: the lines that are further in than its key. */
function textOf([language, name]: readonly [string, string]): Pattern {
  return {
    begin: String.raw`${key(name)}[ \t]+(\|[-+\d]*)[ \t]*$`,
    while: String.raw`^(?=\1[ \t]+|[ \t]*$)`,
    beginCaptures: keyCaptures,
    contentName: `meta.embedded.block.${language}`,
    patterns: [{ include: `source.${language}` }],
  };
}

/** Plain items of a list, which may stand as far in as its key. */
function listOf([language, name]: readonly [string, string]): Pattern {
  return {
    begin: String.raw`${key(name)}[ \t]*$`,
    while: String.raw`^(?=\1[ \t]*(?:-[ \t]|#)|\1[ \t]+|[ \t]*$)`,
    beginCaptures: keyCaptures,
    patterns: [
      {
        match: String.raw`(?:^|\G)[ \t]*(-)[ \t]+([^"'{}\[\]&*!|>#\s].*)$`,
        captures: {
          1: { name: 'punctuation.definition.block.sequence.item.yaml' },
          2: { name: `meta.embedded.inline.${language}`, patterns: itemOf(language) },
        },
      },
      { include: 'source.yaml' },
    ],
  };
}

/** A record that starts after a dash instead of at the start of a line. */
function itemOf(language: string): readonly Pattern[] {
  const [from, to] = [lineStart, String.raw`(?<=[ \t])`].map((part) => JSON.stringify(part).slice(1, -1));
  return JSON.parse(JSON.stringify(grammars[language]!.patterns).replaceAll(from!, to!)) as Pattern[];
}

export const embeddedGrammar: Injection = {
  name: 'PostgreSQL configuration in YAML',
  scopeName: 'source.yaml.pgconflint',
  injectionSelector: 'L:source.yaml -comment -string -meta.embedded',
  patterns: [...Object.entries(texts).map(textOf), ...Object.entries(lists).map(listOf)],
};
