import {
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { rules } from '../../rules/index.js';
import { nodeFileSystem } from '../files/node-file-system.js';
import type { LoadModule } from '../linter/configuration/needs.js';
import { today } from '../project/today.js';
import type { RunCommand } from './command-line.js';
import { CheckedReader } from './protocol/checked-reader.js';
import { Server } from './server.js';

/** So long answers may still be under way after the input has ended, in milliseconds. */
const graceAfterEnd = 2_000;

/**
 * Serves one editor over standard input and output, until it says that it is done.
 *
 * @param version what the editor is told of the server
 * @param loadModule runs configurations that are code, once the editor allows it
 * @param runCommand runs a command of the command line
 * @returns the exit code: 0 after an orderly end, 1 where the editor went without a word
 */
export function serve(version: string, loadModule: LoadModule, runCommand: RunCommand): Promise<number> {
  const reader = new StreamMessageReader(process.stdin);
  const writer = new StreamMessageWriter(process.stdout);
  const connection = createConnection(ProposedFeatures.all, new CheckedReader(reader, writer), writer);
  // The library ends the process itself on `exit`.
  new Server({ connection, fileSystem: nodeFileSystem, rules, version, today, loadModule, runCommand });
  connection.listen();
  return new Promise((resolve) => {
    process.stdin.once('end', () => {
      // The rest of a message will not come, and folders need not be watched any more; what is asked still gets its answer.
      reader.partialMessageTimeout = 0;
      setTimeout(() => process.exit(1), graceAfterEnd).unref();
      resolve(1);
    });
  });
}
