/** Asks every server about one input, and writes its verdicts down as a case for the tests without servers. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Files } from '../generators/conf-trees.js';
import type { Server } from '../server.js';
import { Workspace } from './rows.js';

/** An input without its verdicts; the fields are those of test/fixtures/cases.jsonl. */
export interface CaseInput {
  id: string;
  file: 'conf' | 'hba' | 'ident' | 'hosts';
  text: string;
  files?: Files;
  auto_conf?: string;
  /** The parameter whose value to print. */
  show?: string;
}

/** What one server says. */
interface Verdict {
  ok: boolean;
  error: string | null;
  value?: string;
}

/** An input with the verdicts of all servers that were asked. */
export interface RecordedCase extends CaseInput {
  verdicts: Record<string, Verdict>;
  debian_15?: Verdict;
  build_dependent?: true;
}

const mainFile = {
  conf: 'postgresql.conf',
  hba: 'pg_hba.conf',
  ident: 'pg_ident.conf',
  hosts: 'pg_hosts.conf',
} as const;

/**
 * Records the verdicts of servers on an input.
 *
 * @param servers running servers, with TLS on
 * @param input files that draw in themselves must not be among it: servers before 16 do not survive them
 */
export async function recordCase(servers: readonly Server[], input: CaseInput): Promise<RecordedCase> {
  const recorded: RecordedCase = { ...input, verdicts: {} };
  for (const server of servers) {
    const verdict = input.file === 'conf' ? askStart(server, input) : await askReload(server, input);
    if (server.name === `${server.major}`) recorded.verdicts[server.name] = verdict;
    if (server.name === '15-debian') recorded.debian_15 = verdict;
    if (verdict.error?.includes('not supported by this build')) recorded.build_dependent = true;
  }
  return recorded;
}

async function askReload(server: Server, input: CaseInput): Promise<Verdict> {
  const workspace = new Workspace(server);
  workspace.put({ ...input.files, [mainFile[input.file]]: input.text });
  const { ok, log } = await (input.file === 'hba' ? server.reloadHba() : server.reloadIdent());
  workspace.clear();
  const complaint = log.find(({ message }) => !/^received SIGHUP|was not reloaded$|^parameter /.test(message));
  return { ok, error: ok ? null : (complaint?.message.replaceAll(server.folder, '$D') ?? null) };
}

function askStart(server: Server, input: CaseInput): Verdict {
  const folder = server.makeFolder('record');
  const files = { ...input.files, 'postgresql.conf': input.text, 'postgresql.auto.conf': input.auto_conf ?? '' };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const { ok, value, messages } = server.coldStart(folder, input.show);
  rmSync(folder, { recursive: true, force: true });
  const error = ok ? null : (messages[0]?.replaceAll(folder, '$D') ?? null);
  return { ok, error, ...(input.show !== undefined && value !== undefined ? { value } : {}) };
}

/** The input of a disagreement, as a case. */
export function caseOf(id: string, file: CaseInput['file'], files: Files, show?: string): CaseInput {
  const { [mainFile[file]]: text = '', 'postgresql.auto.conf': auto, ...others } = files;
  return {
    id,
    file,
    text,
    ...(Object.keys(others).length > 0 ? { files: others } : {}),
    ...(auto === undefined ? {} : { auto_conf: auto }),
    ...(show === undefined ? {} : { show }),
  };
}
