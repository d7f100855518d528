import { resourceManagers } from '../../values/checks/wal-consistency-checking.js';
import { splitIdentifiers } from '../../values/lists/split.js';
import type { StartupError, StartupSettings } from './settings.js';

/**
 * From 15 on libraries can bring resource managers, so that names in wal_consistency_checking are looked at
 * once the libraries are loaded: an unknown one stops the server then (run on 15 to 18).
 */
export function checkWalConsistency(settings: StartupSettings): StartupError[] {
  if (settings.major < 15 || (settings.text('shared_preload_libraries') ?? '').trim() !== '') return [];
  const names = splitIdentifiers(settings.text('wal_consistency_checking') ?? '', settings.major) ?? [];
  const unknown = names.find((name) => !resourceManagers.includes(name.toLowerCase()));
  if (unknown === undefined) return [];
  return [
    {
      code: 'unknown-resource-manager',
      severity: 'error',
      message: `wal_consistency_checking names '${unknown}', which is not a resource manager whose records can be checked, and no library is loaded that could bring one; the server does not start.`,
      parameters: ['wal_consistency_checking'],
    },
  ];
}
