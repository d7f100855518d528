import { type AccessRow, accessRows } from '../../../access/matrix.js';
import type { Known } from '../../../access/policies/policy.js';
import { readPolicy, type WrittenPolicy } from '../../../access/policies/read.js';
import { remarksOnHba } from '../../../access/remarks.js';
import { exceptText, shortList } from '../../../access/row-text.js';
import { escapeText } from '../../../report/markdown.js';
import { asIs, join, lineEnd, type Printable, printableJson, say } from '../../../report/printable.js';
import { formatTable } from '../../../report/text/table.js';
import { readArguments } from '../../arguments.js';
import { readChoice } from '../../choices.js';
import { type Command, CommandError } from '../../command.js';
import { clusterOptions, readClusterChoice } from '../../one-cluster.js';
import { type ChosenHba, chooseHba } from '../../one-hba.js';
import type { Options } from '../../options.js';
import { answerFilters } from './answer.js';
import { answerMarkdown, answerRemarks, answerTable } from './answer-text.js';
import { filterOptions, readFilters } from './filters.js';

const usage = `pgconflint access [PATH] [options]

Prints who gets in: which roles, to which databases, from where, how encrypted, by which method, record by record in the
server's order. Records that never decide a login are left out. PATH is a folder or any file of a cluster.
With options that say which logins: who of them gets in, which records decide them, and one login of each kind.`;

const options = {
  all: { text: 'also the records that never decide a login, and why' },
  ...clusterOptions,
  format: {
    value: 'NAME',
    short: 'f',
    default: 'table',
    words: ['table', 'markdown', 'json', 'html'],
    text: 'table (default), markdown, json or html (a page with a picture)',
  },
  ...filterOptions,
} as const satisfies Options;

const notes = `  The column "except" names all earlier records that decide logins of a line, so the line is for the others; "perhaps" stands
  where that depends on what files do not tell, such as members of roles. Whoever is in no line is rejected.
  Names with a dollar sign are groups of the policies in the configuration: --from '$office'; what they say under known counts.
  Exit codes: 0 done, whoever gets in; 2 the work could not be done.`;

const headings = ['users', 'databases', 'from', 'encryption', 'method', 'record', 'except'] as const;

export const command: Command = {
  name: 'access',
  summary: 'Print who gets in, from where and by which method',
  usage,
  options,
  notes,
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, options);
    const [path, ...rest] = positionals;
    if (rest.length > 0) throw new CommandError('Name one file or folder: access PATH.');
    const { all } = values;
    const format = await readChoice('format', values.format, options.format.words);
    const chosen = await chooseHba(path, terminal, readClusterChoice(values));
    const { given, known } = policiesOf(chosen);
    const asked = readFilters(values, given);
    if (asked) {
      const answer = answerFilters(chosen, asked, known);
      if (format === 'json') terminal.write(join([printableJson(answer, 2), lineEnd]));
      else if (format === 'html') {
        const { answerPage } = await import('./page.js');
        terminal.write(answerPage(answer, chosen, [...remarksOnHba(chosen), ...answerRemarks(answer, all === true)]));
      } else terminal.write(format === 'table' ? answerTable(answer, terminal.columns) : await answerMarkdown(answer));
      for (const remark of [...remarksOnHba(chosen), ...answerRemarks(answer, all === true)])
        terminal.writeError(say`pgconflint: ${remark}\n`);
      return 0;
    }
    const everyRow = accessRows(chosen);
    const rows = all ? everyRow : everyRow.filter(({ reachable }) => reachable);
    if (format === 'json') terminal.write(join([printableJson(rows, 2), lineEnd]));
    else if (format !== 'html') {
      const columns = all ? [...headings, 'never decides'] : headings;
      const cells = rows.map(cellsOf);
      terminal.write(
        format === 'table'
          ? accessTable(columns, cells, [...new Set(rows.map(({ file }) => file))], terminal.columns)
          : await formatMarkdown(columns, cells),
      );
    }
    const left = everyRow.length - rows.length;
    const remarks = remarksOnHba(chosen);
    if (left > 0) {
      remarks.push(
        left === 1
          ? '1 record that never decides a login is left out; --all shows it.'
          : `${left} records that never decide a login are left out; --all shows them.`,
      );
    }
    remarks.push(...notDecided(everyRow));
    if (format === 'html') {
      const { accessPage } = await import('./page.js');
      terminal.write(accessPage(chosen, everyRow, all === true, remarks));
    }
    for (const remark of remarks) terminal.writeError(say`pgconflint: ${remark}\n`);
    return 0;
  },
};

/** What the configuration says under policies. */
function policiesOf({ config }: ChosenHba): { given: WrittenPolicy; known: Known } {
  const given = (config.rules.get('cluster/policy')?.options ?? {}) as WrittenPolicy;
  return { given, known: readPolicy(given).known };
}

/** Which rows are not complete, since finding all exceptions would have taken too much work. */
function notDecided(rows: readonly AccessRow[]): string[] {
  const open = rows.filter(({ undecided }) => undecided).map(({ file, line }) => `${file}:${line}`);
  if (open.length === 0) return [];
  return [
    `not decided: which other records take logins of ${shortList(open)}. The lists, masks or expressions up to there combine in too many ways.`,
  ];
}

function cellsOf(row: AccessRow): Record<string, string> {
  return {
    users: shortList(row.users),
    databases: shortList(row.databases),
    from: row.from,
    encryption: row.encryption ?? '-',
    method: methodText(row),
    record: `${row.file}:${row.line}`,
    except: exceptText(row),
    'never decides': row.unreachableBecause ?? '',
  };
}

/** The server adds verify-full to every record with cert (hba.c, parse_hba_line); that says nothing of this one. */
function methodText({ method, options }: AccessRow): string {
  const own = method === 'cert' ? options.filter((option) => option !== 'clientcert=verify-full') : options;
  return [method, ...own].join(' ');
}

/** Where all records are in one file, the file is named once, and each record by its line. */
function accessTable(
  columns: readonly string[],
  rows: readonly Record<string, string>[],
  files: readonly string[],
  width: number,
): Printable {
  const below = ['never decides', 'except'];
  const [file] = files;
  if (file === undefined || files.length > 1) return formatTable(columns, rows, { width, below });
  const short = (text: string) => text.replaceAll(`${file}:`, '');
  const lines = rows.map((row) => ({
    ...row,
    file,
    line: short(row['record']!),
    except: short(row['except']!),
    'never decides': row['never decides']!,
  }));
  const headings = columns.flatMap((heading) => (heading === 'record' ? ['file', 'line'] : [heading]));
  return formatTable(headings, lines, { width, below, once: 'file' });
}

async function formatMarkdown(columns: readonly string[], rows: readonly Record<string, string>[]): Promise<Printable> {
  const { markdownTable } = await import('markdown-table');
  return asIs(
    `${markdownTable([[...columns], ...rows.map((row) => columns.map((column) => escapeText(row[column]!)))])}\n`,
  );
}
