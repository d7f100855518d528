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
import { Server } from './server.js';

/**
 * Serves one editor over standard input and output, until it says that it is done.
 *
 * @param version what the editor is told of the server
 * @param loadModule runs configurations that are code, once the editor allows it
 * @returns the exit code: 0 after an orderly end, 1 where the editor went without a word
 */
export function serve(version: string, loadModule: LoadModule): Promise<number> {
  const connection = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(process.stdin),
    new StreamMessageWriter(process.stdout),
  );
  // The library ends the process itself on `exit` and where the input ends.
  new Server({ connection, fileSystem: nodeFileSystem, rules, version, today, loadModule });
  connection.listen();
  return new Promise(() => {});
}
