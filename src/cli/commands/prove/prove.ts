import { shortList } from '../../../access/row-text.js';
import { relativePath, resolvePath, toCorePath } from '../../../files/paths.js';
import { version } from '../../../project/generated/version.js';
import { join, lineEnd, type Printable, printableJson, say } from '../../../report/printable.js';
import { formatTable } from '../../../report/text/table.js';
import { readPolicy, type WrittenPolicy } from '../../../rule-kit/policies/proofs.js';
import { readArguments } from '../../arguments.js';
import { readChoice } from '../../choices.js';
import { type Command, CommandError, type Terminal } from '../../command.js';
import { chooseClusters, clusterOptions, readClusterChoice } from '../../one-cluster.js';
import { hbaOf, readChosenHba } from '../../one-hba.js';
import type { Options } from '../../options.js';
import { answerPolicy, type ClusterAnswer } from './answers.js';
import { reasonsOf } from './reasons.js';

const usage = `pgconflint prove [PATHS] [options]

Decides over all logins whether who gets in keeps to a policy: of each statement it says that it holds, or shows a login that
breaks it and the record that decides that login, or says what it depends on. PATHS are files and folders; of a folder, every
cluster in it is judged.`;

const options = {
  policy: {
    value: 'FILE',
    text: 'the policy, YAML or JSON; the default is what the configuration says under policies',
  },
  explain: { text: 'also tell why statements hold: which record decides each part of the logins' },
  ...clusterOptions,
  format: {
    value: 'NAME',
    short: 'f',
    default: 'table',
    words: ['table', 'json', 'junit', 'sarif'],
    text: 'table (default), json, junit or sarif',
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
    const { policy: file, explain: explains = false } = values;
    const format = await readChoice('format', values.format, options.format.words);
    const { readPolicyFile } = await import('./policy-file.js');
    const given = file === undefined ? undefined : await readPolicyFile(file, terminal);
    const answers: ClusterAnswer[] = [];
    const without: string[] = [];
    for (const path of positionals.length > 0 ? positionals : ['.']) {
      const clusters = await chooseClusters(path, terminal, { ...readClusterChoice(values), kind: 'hba' });
      const start = resolvePath(toCorePath(terminal.cwd), toCorePath(path));
      const found = clusters.map((cluster) =>
        clusters.length > 1 ? hbaOf(cluster, start) : readChosenHba(cluster, start),
      );
      if (found.every((chosen) => chosen === undefined)) throw new CommandError(`${path} has no pg_hba.conf.`);
      for (const [index, chosen] of found.entries()) {
        if (chosen === undefined) {
          without.push(relativePath(clusters[index]!.definition.path, toCorePath(terminal.cwd)));
          continue;
        }
        const written = chosen.config.rules.get('cluster/policy')?.options as WrittenPolicy | undefined;
        const policy = given ?? readPolicy(written ?? {});
        if (policy.statements.length === 0) {
          throw new CommandError(
            given
              ? `${file} has no statements, so there is nothing to prove.`
              : `No configuration has policies for ${path}; write statements there, or name a file: --policy FILE.`,
          );
        }
        answers.push(answerPolicy(policy, chosen, toCorePath(terminal.cwd), explains));
      }
    }
    terminal.write(await printed(answers, format, terminal));
    const remarks = [
      ...answers.flatMap((answer) => answer.remarks),
      ...(without.length > 0 ? [`without pg_hba.conf, so nothing was proven of it: ${shortList(without)}.`] : []),
    ];
    for (const remark of remarks) terminal.writeError(say`pgconflint: ${remark}\n`);
    return answers.every(({ policies }) => policies.every(({ verdict }) => verdict === 'holds')) ? 0 : 1;
  },
};

async function printed(
  answers: readonly ClusterAnswer[],
  format: (typeof options.format.words)[number],
  { cwd, columns }: Terminal,
): Promise<Printable> {
  if (format === 'json') return join([printableJson(answers, 2), lineEnd]);
  if (format === 'junit') return (await import('./junit.js')).formatJunit(answers);
  if (format === 'sarif')
    return (await import('./sarif.js')).formatSarif(answers, { folder: toCorePath(cwd), version });
  return join(
    answers.map((answer, index) =>
      tableOf(answer, { hasHeading: answers.length > 1, isLater: index > 0, width: columns }),
    ),
  );
}

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
  const heading = hasHeading ? join([isLater ? lineEnd : say``, say`${file}\n`]) : say``;
  const reasons = policies.flatMap(({ name, because }) => (because ? reasonsOf(name, because, width) : []));
  return join([heading, formatTable(['policy', 'verdict'], rows, { width, note: 'because' }), ...reasons]);
}
