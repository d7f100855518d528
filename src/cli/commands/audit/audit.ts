import { toCorePath } from '../../../files/paths.js';
import type { Printable } from '../../../report/printable.js';
import { readingWidth } from '../../../report/text/wrap.js';
import { readArguments } from '../../arguments.js';
import { readChoice } from '../../choices.js';
import { type Command, CommandError } from '../../command.js';
import { configOptions, readConfigChoice } from '../../config-options.js';
import type { Options } from '../../options.js';
import { readTargets } from '../lint/options.js';

const usage = `pgconflint audit PATH --benchmark NAME [options]

Holds the files of clusters against a benchmark, control by control, and prints what each status rests on:

  pass            the files show what the control asks for: each value with its place, each record that was looked at
  partly          they show all that files can show; the query or command for the rest is printed
  fail            what is wrong, and where
  waived          accepted: a suppression comment with its reason, or a rule that the project's configuration switches off
  not applicable  what the control is about does not exist
  not decidable   files do not tell, or a file is missing, unreadable, a template or refused by servers; it says which`;

const formats = ['table', 'json', 'markdown', 'html', 'sarif'] as const;

const options = {
  benchmark: { value: 'NAME', words: 'benchmarks', text: 'cis-13 to cis-18, stig-crunchy-16 or percona' },
  postgres: {
    value: 'MAJOR',
    words: 'majors',
    text: 'the major that the files are read as (default: that of the benchmark)',
  },
  format: {
    value: 'NAME',
    short: 'f',
    default: 'table',
    words: formats,
    text: 'table (default), json, markdown, html or sarif',
  },
  'output-file': { value: 'FILE', short: 'o', text: 'where the report goes (default: standard output)' },
  ...configOptions,
  'follow-outside': { text: 'also read files outside the current folder and the folders given' },
} as const satisfies Options;

const notes = `  Exit codes: 0 no control fails, 1 some fail, 2 the work could not be done.`;

export const command: Command = {
  name: 'audit',
  summary: 'Check a cluster against a benchmark, control by control',
  usage,
  options,
  notes,
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, options);
    const { benchmarks } = await import('../../../catalog/benchmarks/index.js');
    const names = benchmarks.map(({ name }) => name);
    if (values.benchmark === undefined) {
      throw new CommandError(`Name a benchmark with --benchmark: ${names.join(', ')}.`);
    }
    const name = await readChoice('benchmark', values.benchmark, names);
    const benchmark = benchmarks.find((one) => one.name === name)!;
    const format = await readChoice('format', values.format, options.format.words);
    const targets = values.postgres === undefined ? undefined : readTargets([values.postgres]);
    const { runAudit } = await import('./run.js');
    const choice = {
      paths: positionals,
      ...readConfigChoice(values),
      followOutside: values['follow-outside'] === true,
      targets,
    };
    const { report, result } = await runAudit(benchmark, choice, terminal);
    const { EvidenceReader } = await import('../../../audit/report/model.js');
    const evidence = new EvidenceReader(result, toCorePath(terminal.cwd));
    const columns = values['output-file'] === undefined ? terminal.columns : 80;
    const text =
      format === 'sarif'
        ? (await import('../../../audit/report/sarif.js')).auditSarif(report, evidence, result, terminal.cwd)
        : await render(format, report, evidence, readingWidth(columns));
    const { writeReport } = await import('../lint/reports.js');
    if (values['output-file'] === undefined) terminal.write(text);
    else await writeReport(values['output-file'], text, terminal);
    return report.controls.some(({ status }) => status === 'fail') ? 1 : 0;
  },
};

type Audit = typeof import('../../../audit/report/table.js');

async function render(
  format: Exclude<(typeof formats)[number], 'sarif'>,
  ...[report, evidence, width]: Parameters<Audit['auditTable']>
): Promise<Printable> {
  const input = [report, evidence] as const;
  if (format === 'json') return (await import('../../../audit/report/json.js')).auditJson(...input);
  if (format === 'markdown') return (await import('../../../audit/report/markdown.js')).auditMarkdown(...input);
  if (format === 'html') return (await import('../../../audit/report/html.js')).auditHtml(...input);
  return (await import('../../../audit/report/table.js')).auditTable(report, evidence, width);
}
