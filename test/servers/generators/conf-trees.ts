/** Configurations of several files: postgresql.conf, what it includes, postgresql.auto.conf. */
import { settingLine, syntaxLine, unknownName } from './conf.js';
import type { Random } from './random.js';
import { type KnownParameter, value } from './values.js';

/** Contents by path, relative to the data folder. */
export type Files = Record<string, string>;

const names = [
  ...[
    'a.conf',
    'b.conf',
    'sub/c.conf',
    'sub/d.conf',
    'conf.d/1.conf',
    'conf.d/10.conf',
    'conf.d/9.conf',
    'conf.d/B.conf',
    'conf.d/a.conf',
  ],
  ...[
    'conf.d/.hidden.conf',
    'conf.d/.conf',
    'conf.d/x.conf.bak',
    'conf.d/é.conf',
    'conf.d/up/deep.conf',
    'other/z.conf',
    'plain',
    'with blank.conf',
  ],
];

/** How one file may name another: relative to its own folder, with detours, or not at all. */
function target(random: Random, from: string, all: readonly string[]): string {
  const to = random.pick(all);
  const up = from.includes('/') ? '../'.repeat(from.split('/').length - 1) : '';
  return random.choose(
    [12, () => up + to],
    [2, () => to],
    [1, () => `${up}./${to}`],
    [1, () => `${up}nowhere/../${to}`],
    [1, () => `${up}.//${to}`],
    [1, () => random.pick(['nowhere.conf', '', ' ', '.', '..', 'conf.d', 'sub', 'a.conf/', 'a.conf/x', 'nowhere/'])],
  );
}

function folder(random: Random, from: string): string {
  const up = from.includes('/') ? '../'.repeat(from.split('/').length - 1) : '';
  return random.choose(
    // A folder that draws in itself: seldom, and then mostly too deep.
    [from.startsWith('conf.d/') ? 0.2 : 10, () => `${up}conf.d`],
    [2, () => `${up}${random.pick(['sub', 'other', 'conf.d/', './conf.d', 'empty', 'conf.d/up'])}`],
    [1, () => random.pick(['nowhere', 'a.conf', '', ' ', 'plain'])],
  );
}

const directives = ['include', 'include', 'include_if_exists', 'include_dir'] as const;

function includeLine(
  random: Random,
  from: string,
  all: readonly string[],
  directive: string = random.pick(directives),
): string {
  const name = random.chance(0.06) ? random.recase(directive) : directive;
  return settingLine(random, name, directive === 'include_dir' ? folder(random, from) : target(random, from, all));
}

/**
 * A configuration of up to nine files. Files include only files behind them in the list, except now and then, where
 * they may include themselves or each other: then one include a file, since two would double with each level.
 *
 * @param parameters what the server knows
 * @param sound makes right values; then nothing else is wrong either, except what files are included
 */
export function confTree(
  random: Random,
  parameters: readonly KnownParameter[],
  sound?: (parameter: KnownParameter) => string,
): Files {
  const paths = names.filter(() => random.chance(0.4));
  const files: Files = {};
  const circular = random.chance(0.04) && !sound;
  const broken = random.chance(0.25) && !sound;
  const unknown = random.chance(0.15) && !sound;
  const includes = random.chance(0.9) ? 0.35 : 0;
  const contents = (path: string, rest: readonly string[]) => {
    let left = circular ? 1 : 5;
    return random
      .list(0, 5, () => {
        if (left > 0 && rest.length > 0 && random.chance(includes)) {
          left--;
          return includeLine(random, path, rest, circular ? 'include' : undefined);
        }
        if (broken && random.chance(0.15)) return syntaxLine(random, parameters);
        if (unknown && random.chance(0.2)) return settingLine(random, unknownName(random, parameters), 'x');
        const parameter = random.pick(parameters);
        const name = random.chance(0.1) ? random.recase(parameter.name) : parameter.name;
        return settingLine(random, name, sound ? sound(parameter) : value(random, parameter));
      })
      .join('');
  };
  files['postgresql.conf'] = contents('postgresql.conf', circular ? ['postgresql.conf', ...paths] : paths);
  for (const [index, path] of paths.entries()) files[path] = contents(path, circular ? paths : paths.slice(index + 1));
  if (random.chance(0.3)) files['postgresql.auto.conf'] = contents('postgresql.auto.conf', paths);
  if (random.chance(0.3)) files['empty/.keep'] = '';
  return random.cutEnds(files);
}
