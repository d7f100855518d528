import { toCorePath } from '../../../files/paths.js';
import { join, lineEnd, type Printable, printableJson, say } from '../../../report/printable.js';
import { formatTable } from '../../../report/text/table.js';
import { readPolicy, type WrittenPolicy } from '../../../rule-kit/policies/proofs.js';
import { readArguments } from '../../arguments.js';
import { type Command, CommandError } from '../../command.js';
import { clusterOptions, readClusterChoice } from '../../one-cluster.js';
import { chooseHba } from '../../one-hba.js';
import type { Options } from '../../options.js';
import { answerPolicy, type ClusterAnswer } from './answers.js';

const usage = `pgconflint prove [PATHS] [options]

Decides over all logins whether who gets in keeps to a policy: of each statement it says that it holds, or shows a login that
breaks it and the record that decides that login, or says what it depends on. PATHS are folders or files, each of one cluster.`;

const options = {
  policy: {
    value: 'FILE',
    text: 'the policy, YAML or JSON; the default is what the configuration says under policies',
  },
  ...clusterOptions,
  format: {
    value: 'NAME',
    short: 'f',
    default: 'table',
    words: ['table', 'json', 'junit'],
    text: 'table (default), json or junit',
  },
} as const satisfies Options;

const notes = `  What only the server knows (members of roles, names of clients, its own addresses) may be any way, unless the policy tells it
  under known. Exit codes: 0 every statement holds; 1 one is violated or not decided; 2 the work could not be done.`;

export const command: Command = {
  name: 'prove',
  summary: 'Prove that who gets in keeps to a policy, or show a login that breaks it',
  usage,
  options,
  notes,
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, options);
    const { format, policy: file } = values;
    if (format !== 'table' && format !== 'json' && format !== 'junit') {
      throw new CommandError(`There is no format ${format}; the formats are table, json and junit.`);
    }
    const { readPolicyFile } = await import('./policy-file.js');
    const given = file === undefined ? undefined : await readPolicyFile(file, terminal);
    const answers: ClusterAnswer[] = [];
    for (const path of positionals.length > 0 ? positionals : ['.']) {
      const chosen = await chooseHba(path, terminal, readClusterChoice(values));
      const written = chosen.config.rules.get('cluster/policy')?.options as WrittenPolicy | undefined;
      const policy = given ?? readPolicy(written ?? {});
      if (policy.statements.length === 0) {
        throw new CommandError(
          given
            ? `${file} has no statements, so there is nothing to prove.`
            : `No configuration has policies for ${path}; write statements there, or name a file: --policy FILE.`,
        );
      }
      answers.push(answerPolicy(policy, chosen, toCorePath(terminal.cwd)));
    }
    if (format === 'json') terminal.write(join([printableJson(answers, 2), lineEnd]));
    else if (format === 'junit') terminal.write(await (await import('./junit.js')).formatJunit(answers));
    else
      terminal.write(
        join(
          answers.map((answer, index) =>
            tableOf(answer, { hasHeading: answers.length > 1, isLater: index > 0, width: terminal.columns }),
          ),
        ),
      );
    for (const remark of answers.flatMap(({ remarks }) => remarks)) terminal.writeError(say`pgconflint: ${remark}\n`);
    return answers.every(({ policies }) => policies.every(({ verdict }) => verdict === 'holds')) ? 0 : 1;
  },
};

interface Layout {
  hasHeading: boolean;
  isLater: boolean;
  width: number;
}

function tableOf({ file, policies }: ClusterAnswer, { hasHeading, isLater, width }: Layout): Printable {
  const rows = policies.map(({ name, verdict, message, advice }) => ({
    policy: name,
    verdict: verdict === 'undecided' ? 'not proven' : verdict,
    because: message === '' ? '' : [`${message}.`, advice].join(' ').trim(),
  }));
  const heading = hasHeading ? say`${isLater ? '\n' : ''}${file}\n` : say``;
  return join([heading, formatTable(['policy', 'verdict'], rows, { width, note: 'because' })]);
}
