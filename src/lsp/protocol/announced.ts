/** What the server announces to a client, apart from the features that go by it: those are loaded when they are asked for. */
import { CodeActionKind } from 'vscode-languageserver/node';

/** The command that opens a rule's page in the client. */
export const openPageCommand = 'pgconflint.openRulePage';

/** The command behind the lens: a buffer and the line of a record in it. */
export const whoMatchesCommand = 'pgconflint.whoMatches';

/** The scheme of the documents that are a rule's page: `pgconflint-rule:/hba/no-trust.md`. */
export const pageScheme = 'pgconflint-rule';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.pgconflint`;

/** The kinds of code actions that there are. */
export const codeActionKinds = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind];

/** The characters behind which a client should ask by itself for completions. */
export const completionTriggers = ['=', "'", '"', '/', '@', ',', ' ', '.', '+'];

/** The kinds of tokens in the order of their numbers. */
export const tokenTypes = [
  'comment',
  'keyword',
  'string',
  'number',
  'property',
  'type',
  'function',
  'parameter',
  'variable',
  'macro',
  'enumMember',
  'namespace',
  'regexp',
] as const;
export const tokenModifiers = ['declaration', 'deprecated'] as const;
