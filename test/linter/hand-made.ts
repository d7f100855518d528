import type { Major } from '../../src/catalog/majors.js';
import type { AuthFile, Cluster, HbaRecord } from '../../src/cluster/types.js';
import type { ResolvedConfig } from '../../src/linter/configuration/config.js';
import type { LintSource } from '../../src/linter/engine/lint.js';
import { defineRule, type Report, type Rule, type RuleContext, type RuleMeta } from '../../src/linter/rule.js';
import { AuthTokens } from '../../src/syntax/auth-tokens.js';
import type { AuthLine, Comment } from '../../src/syntax/nodes.js';

/**
 * A cluster of one pg_hba.conf whose lines are read by hand: a comment, or a record of which only the place matters.
 * The engine's tests judge the engine, not the grammars.
 */
export function handMadeCluster(text: string, target: Major = 18, path = '/c/pg_hba.conf'): Cluster {
  const lines: AuthLine[] = [];
  const comments: Comment[] = [];
  let at = 0;
  for (const [index, content] of text.split('\n').entries()) {
    const hash = content.indexOf('#');
    const record = hash === -1 ? content : content.slice(0, hash);
    const start = at + (record.length - record.trimStart().length);
    if (record.trim() !== '') {
      const end = at + record.trimEnd().length;
      lines.push({ type: 'AuthLine', line: index + 1, start, end, first: 0, count: 0, fields: [], error: undefined });
    }
    if (hash !== -1) comments.push({ type: 'Comment', line: index + 1, start: at + hash, end: at + content.length });
    at += content.length + 1;
  }
  const file: AuthFile = {
    id: path,
    path,
    folder: '/c',
    kind: 'hba',
    text,
    tree: { type: 'AuthTree', kind: 'hba', target, text, tokens: new AuthTokens(text), lines, comments },
  };
  const records = lines.map((node) => ({
    type: 'HbaRecord',
    file,
    node,
    line: node.line,
    start: node.start,
    end: node.end,
  }));
  return {
    target,
    folder: '/c',
    extent: 'snippet',
    configuration: {
      files: [],
      entries: [],
      syntaxErrors: [],
      unread: [],
      includeErrors: [],
    } as unknown as Cluster['configuration'],
    hba: { main: file, files: [file], records: records as HbaRecord[], errors: [], loads: true },
    ident: undefined,
    hosts: undefined,
    files: [file],
  };
}

/** A source that reads the same text for every target. */
export function handMadeSource(text: string, path = '/c/pg_hba.conf'): LintSource {
  return { path, load: (target) => handMadeCluster(text, target, path) };
}

/** A rule that reports every record whose text holds a word. */
export function wordRule(
  id: string,
  word: string,
  meta: Partial<RuleMeta> = {},
  change: (record: HbaRecord, context: RuleContext) => Partial<Report> = () => ({}),
): Rule {
  return defineRule({
    id,
    meta: {
      type: 'problem',
      summary: `Reports ${word}`,
      category: 'correctness',
      presets: ['recommended'],
      messages: { found: 'Found {word}.' },
      ...meta,
    },
    create: (context) => ({
      HbaRecord(record) {
        const text = record.file.text.slice(record.start, record.end);
        const at = text.indexOf(word);
        if (at === -1) return;
        const place = { file: record.file, start: record.start + at, end: record.start + at + word.length };
        context.report({ messageId: 'found', data: { word }, at: place, ...change(record, context) });
      },
    }),
  });
}

/** The same configuration for every file: these rules on, as errors. */
export function allOn(rules: readonly Rule[], targets?: readonly Major[]): () => ResolvedConfig {
  const config: ResolvedConfig = {
    targets,
    rules: new Map(rules.map((rule) => [rule.id, { severity: 'error' as const, options: {} }])),
  };
  return () => config;
}

export const today = '2026-11-22';
