import { relative } from 'node:path';
import { defaultMajor } from '../../../catalog/majors.js';
import type { AuthFile, Cluster } from '../../../cluster/types.js';
import { decode, whyNotText } from '../../../files/decode.js';
import { toCorePath } from '../../../files/paths.js';
import { formatRecords } from '../../../format/records.js';
import { parse } from '../../../formats/parse.js';
import { readingsOf } from '../../../formats/readings.js';
import { kindByContent, kindByName } from '../../../formats/recognize.js';
import { wantedFiles } from '../../../linter/engine/judge.js';
import { targetsOf } from '../../../linter/engine/target-choice.js';
import type { ConfigChoice } from '../../../project/configured.js';
import { readSources } from '../../../project/sources.js';
import { writeFiles } from '../../../project/write-files.js';
import { asIs, say } from '../../../report/printable.js';
import type { AuthKind } from '../../../syntax/nodes.js';
import { CommandError, type Terminal } from '../../command.js';
import { configureProject } from '../../config-options.js';

/**
 * Formats the files that are asked for; of a folder, those of every cluster in it.
 *
 * @returns the exit code: 0 where all is in order or was put in order, 1 where `check` found files that are not, 2 where
 *   a file cannot be read or written
 */
export async function formatFiles(
  { paths, kind, check, ...choice }: { paths: string[]; kind: AuthKind | undefined; check: boolean } & ConfigChoice,
  terminal: Terminal,
): Promise<number> {
  const asked = { paths, kind, stdin: false, stdinFilename: undefined, followOutside: false, ignoreUnknown: true };
  const configured = await configureProject(choice, terminal);
  const read = await readSources(asked, configured, terminal);
  const { sources, failures } = read;
  const { configuration, work } = configured;
  const files = new Map<string, AuthFile>();
  for (const source of sources) {
    const [target] = await work(() => targetsOf(source, (file) => configuration.resolve(file)));
    const cluster = source.load(target!);
    const wanted = wantedFiles(source, cluster);
    for (const file of recordFiles(cluster)) if (wanted(file.path)) files.set(file.path, file);
  }
  let unformatted = 0;
  for (const file of files.values()) {
    const text = formatRecords(file.tree);
    if (text === file.text) continue;
    unformatted++;
    const name = relative(terminal.cwd, file.path) || file.path;
    if (check) {
      terminal.write(say`${name}\n`);
      continue;
    }
    try {
      writeFiles(new Map([[file.path, text]]), read, toCorePath(terminal.cwd));
      terminal.write(say`${name} formatted\n`);
    } catch (error) {
      // A full disk, a file that is read-only: the others are formatted all the same.
      failures.push((error as Error).message);
    }
  }
  for (const failure of failures) terminal.writeError(say`pgconflint: ${failure}\n`);
  if (failures.length > 0) return 2;
  return check && unformatted > 0 ? 1 : 0;
}

/** Formats standard input; with `check` nothing is printed. */
export async function formatStandardInput(
  { name, kind, check }: { name: string | undefined; kind: AuthKind | undefined; check: boolean },
  terminal: Terminal,
): Promise<number> {
  const bytes = await terminal.readStandardInput();
  const notText = whyNotText(bytes);
  if (notText !== undefined) throw new CommandError(`Standard input: ${notText}`);
  const source = decode(bytes);
  if (source.encoding !== 'utf-8') {
    throw new CommandError('Standard input is not UTF-8 and could not be printed unchanged; name the file instead.');
  }
  const known = kind ?? (name === undefined ? undefined : kindByName(name)) ?? kindByContent(source.text);
  if (known === undefined) {
    throw new CommandError(
      'Standard input does not tell what it is; write --kind hba, or --stdin-filename pg_hba.conf.',
    );
  }
  const text = known === 'conf' ? source.text : formatRecords(parse(source.text, known, defaultMajor, source.encoding));
  if (!check) terminal.write(asIs(text));
  return check && text !== source.text ? 1 : 0;
}

/** The files that hold records; an `@file` holds names. */
function recordFiles(cluster: Cluster): Set<AuthFile> {
  const files = new Set<AuthFile>();
  for (const { reading, subjects } of readingsOf(cluster)) {
    files.add(reading.main);
    for (const { file } of subjects) files.add(file);
  }
  return files;
}
