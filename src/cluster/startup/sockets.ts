import { splitPaths, splitWords } from '../../values/lists/split.js';
import type { StartupError, StartupSettings } from './settings.js';

/**
 * Where the server listens: both lists must be well formed, and one of them must not be empty
 * (PostmasterMain; run on 10 to 18).
 */
export function checkSockets(settings: StartupSettings): StartupError[] {
  const addresses = settings.text('listen_addresses');
  const folders = settings.text('unix_socket_directories');
  const errors: StartupError[] = [];
  const addressList = addresses === undefined ? undefined : splitWords(addresses, settings.major);
  const folderList = folders === undefined ? undefined : splitPaths(folders, settings.major);
  if (addresses !== undefined && addressList === undefined) {
    errors.push(malformed('listen_addresses', addresses, 'Write addresses with commas between them, or *.'));
  }
  if (folders !== undefined && folderList === undefined) {
    errors.push(malformed('unix_socket_directories', folders, 'Write folders with commas between them.'));
  }
  if (addressList?.length === 0 && folderList?.length === 0) {
    errors.push({
      code: 'nothing-to-listen-on',
      severity: 'error',
      message:
        'listen_addresses and unix_socket_directories are both empty, so that nobody could connect, and the server does not start. Set one of them.',
      parameters: ['listen_addresses', 'unix_socket_directories'],
    });
  }
  return errors;
}

function malformed(name: string, text: string, advice: string): StartupError {
  return {
    code: 'malformed-list',
    severity: 'error',
    message: `${name} = '${text}' is not a list: it has an empty element, an open quote, or two elements without a comma between them. The server does not start. ${advice}`,
    parameters: [name],
  };
}
