/** What `recommended` says of files that nobody has touched yet; docs/false-alarms.md explains each finding. */
import { rules } from '../rules/index.js';
import type { Major } from '../src/catalog/majors.js';
import { isSupported } from '../src/catalog/support.js';
import type { ClusterDefinition } from '../src/cluster/find/definition.js';
import { loadCluster } from '../src/cluster/load.js';
import { MemoryFileSystem } from '../src/files/memory-file-system.js';
import { combinePresets } from '../src/linter/configuration/presets.js';
import { lint } from '../src/linter/engine/lint.js';

/** Where stock files come from: initdb, Docker's official image, Debian's pg_createcluster, the samples as they are. */
export type StockOrigin = 'initdb' | 'docker' | 'debian' | 'samples';

/**
 * What is wrong with what initdb writes where no method is asked for: trust, in six records. Those of the Unix-domain
 * socket are one problem, and those of the loopback address.
 */
const trust = ['hba/no-trust', 'hba/no-trust'];

/** The day of these runs. */
const today = '2026-11-22';

/** Who logs in and out is not logged: one problem. */
const notLogged = ['conf/log-connections'];

/** The findings that are known to be right, sorted. */
export function expectedFindings(origin: StockOrigin, major: Major): string[] {
  const md5 = major < 14 ? ['conf/password-encryption'] : [];
  const conf = [...notLogged, 'conf/log-line-prefix', ...md5];
  const found: Record<StockOrigin, string[]> = {
    initdb: [...conf, ...trust],
    samples: [],
    // Debian asks for peer and scram-sha-256, and sets log_line_prefix and a certificate.
    debian: [...notLogged, ...md5, ...(major < 14 ? ['hba/no-md5'] : [])],
    docker: [
      ...[...conf, ...trust, 'conf/no-listen-all', 'conf/ssl-on'],
      ...['hba/no-world-open', ...(major < 14 ? ['hba/no-md5'] : [])],
    ],
  };
  // No server runs with a sample.
  const unsupported = origin === 'samples' || isSupported(major, today) ? [] : ['cluster/supported-release'];
  return [...found[origin], ...unsupported].sort();
}

/**
 * Lints stock files with the preset `recommended`.
 *
 * @param folder where the files lie
 * @param files texts by name; a name that ends with / is an empty folder
 * @returns the rules that report something, once a report, sorted
 */
export function findingsOf(folder: string, files: Readonly<Record<string, string>>, major: Major): string[] {
  const texts = Object.entries(files).filter(([name]) => !name.endsWith('/'));
  const fileSystem = new MemoryFileSystem(Object.fromEntries(texts.map(([name, text]) => [`${folder}/${name}`, text])));
  for (const name of Object.keys(files)) {
    if (name.endsWith('/')) fileSystem.write(`${folder}/${name.slice(0, -1)}`, { kind: 'directory' });
  }
  const pathOf = (kind: string) => texts.map(([name]) => `${folder}/${name}`).find((path) => path.includes(kind));
  const main = pathOf('/postgresql.conf')!;
  const definition: ClusterDefinition = {
    id: main,
    path: main,
    folder,
    main,
    extent: 'whole',
    auto: undefined,
    hba: pathOf('/pg_hba.conf'),
    ident: pathOf('/pg_ident.conf'),
    hosts: undefined,
    targets: [major],
    targetSource: undefined,
  };
  const settings = combinePresets(['recommended'], rules);
  const { files: results } = lint({
    sources: [{ path: main, load: (target) => loadCluster(definition, fileSystem, target, { workspace: ['/'] }) }],
    rules,
    resolveConfig: () => ({ targets: [major], rules: settings }),
    today,
  });
  return results.flatMap(({ problems }) => problems.map(({ ruleId }) => ruleId)).sort();
}

/** What Docker’s image does to the sample and to what initdb made: listen everywhere, let everyone try a password. */
export function dockerised(conf: string, hba: string, major: Major): { conf: string; hba: string } {
  const method = major < 14 ? 'md5' : 'scram-sha-256';
  return {
    conf: conf.replace(/^#?listen_addresses *= *\S+.*$/m, "listen_addresses = '*'"),
    hba: `${hba}\nhost all all all ${method}\n`,
  };
}
