import type { Major } from '../../../catalog/majors.js';
import { folderOf, resolvePath } from '../../../files/paths.js';
import type { FileView } from '../../workspace/workspace.js';
import { type Asking, askAbout, isRefusal, type Refusal, sentencesOf } from './asked-command.js';
import { clusterArgument } from './settings.js';

/** A login that a person asks about. */
export interface AskedLogin {
  user: string;
  /** The role's name where it is left out. */
  database?: string;
  /** An address in numbers, or `local`. */
  from: string;
  encryption?: 'tls' | 'gss';
}

/** A record, and where it is. */
export interface LoginRecord {
  uri: string;
  file: string;
  line: number;
}

type Deciding = LoginRecord & { method: string; options: string[] };

/** Which record decides a login: what `pgconflint who --format json` prints, each record with its file. */
export interface LoginAnswer {
  target: Major;
  verdict: string;
  decision: Deciding | null;
  /** Every record that may decide, where the files do not tell; null for none of them. */
  possible: (Deciding | null)[];
  depends: (LoginRecord & { question: string })[];
  passed: (LoginRecord & { why: string })[];
  remarks: string[];
}

/** What of the command's answer is used; its records have no address yet. */
interface Printed {
  verdict: string;
  decision: Omit<Deciding, 'uri'> | null;
  possible?: (Omit<Deciding, 'uri'> | null)[];
  depends: (Omit<LoginRecord, 'uri'> & { question: string })[];
  passed: (Omit<LoginRecord, 'uri'> & { why: string })[];
}

/** Which record of a buffer's cluster decides a login, as `pgconflint who` finds it. */
export async function loginAnswer(view: FileView, login: AskedLogin, asking: Asking): Promise<LoginAnswer | Refusal> {
  const { file, cluster } = view;
  const { workspace } = asking;
  // A pg_hba.conf that no settings name is read itself.
  const { path, argument } =
    file.kind === 'hba' && file.map === undefined
      ? { path: file.path, argument: file.path }
      : clusterArgument(view, workspace);
  const args = ['who', `--postgres=${cluster.target}`, '--format=json', ...optionsOf(login), argument];
  const run = await askAbout(view, asking, args);
  if (isRefusal(run)) return run;
  const folder = folderOf(path);
  const placed = <T extends { file: string }>(one: T): T & { uri: string } => ({
    ...one,
    uri: workspace.uriOf(resolvePath(folder, one.file)),
  });
  const { verdict, decision, possible = [], depends, passed } = JSON.parse(run.output) as Printed;
  return {
    target: cluster.target,
    verdict,
    decision: decision && placed(decision),
    possible: possible.map((one) => one && placed(one)),
    depends: depends.map(placed),
    passed: passed.map(placed),
    remarks: sentencesOf(run),
  };
}

function optionsOf({ user, database, from, encryption }: AskedLogin): string[] {
  return [
    `--user=${user}`,
    ...(database === undefined ? [] : [`--database=${database}`]),
    ...(from === 'local' ? ['--local'] : [`--from=${from}`]),
    ...(encryption === undefined ? [] : [`--${encryption}`]),
  ];
}
