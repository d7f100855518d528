import type { Major } from '../../catalog/majors.js';
import type { Configuration } from '../types.js';
import { checkArchiver, checkAutovacuum } from './background.js';
import { checkConnections } from './connections.js';
import { checkHugePages } from './huge-pages.js';
import { checkLibraryLists } from './libraries.js';
import { checkProcesses, checkProcessSum } from './processes.js';
import { checkRecoveryTargets } from './recovery-targets.js';
import { type StartupCheck, type StartupError, StartupSettings } from './settings.js';
import { checkSockets } from './sockets.js';
import { checkStatistics } from './statistics.js';
import { checkWalLevel, checkWalSizes } from './wal.js';
import { checkWalConsistency } from './wal-consistency.js';

export type { StartupError } from './settings.js';

/** In the order in which a starting server looks; 12 opens its sockets before it asks for memory. */
function checksOf(major: Major): StartupCheck[] {
  const opening = major <= 12 ? [checkSockets, checkHugePages] : [checkHugePages, checkSockets];
  return [
    checkStatistics,
    checkProcesses,
    checkRecoveryTargets,
    checkConnections,
    checkWalLevel,
    checkWalSizes,
    checkProcessSum,
    checkWalConsistency,
    ...opening,
    checkLibraryLists,
    checkAutovacuum,
    checkArchiver,
  ];
}

/**
 * What stops a start, or makes a server start without what was asked for, although every value is valid by itself.
 *
 * @param configuration the settings of a cluster, in the server's order, and what is in force
 * @param major the server's major
 * @returns errors in the order in which the server comes upon them, then warnings. A server stops at the first error;
 *   only `statistics-exclude-each-other` and, up to 17, `too-many-processes` are all reported, because they belong to reading values
 */
export function startupErrors(configuration: Pick<Configuration, 'entries' | 'get'>, major: Major): StartupError[] {
  const settings = new StartupSettings(configuration, major);
  return checksOf(major).flatMap((check) => check(settings));
}
