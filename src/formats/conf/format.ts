import type { Major } from '../../catalog/majors.js';
import type { Encoding } from '../../files/encoding.js';
import { parseConf } from '../../syntax/conf.js';
import type { ConfTree } from '../../syntax/nodes.js';
import { namesFrom } from '../endings.js';
import type { Format } from '../format.js';
import { readConfiguration } from './read.js';

const setting = /^[A-Za-z_][\w.$-]*[ \t]*(=|[ \t]('|[+-]?[0-9]|(on|off|true|false|yes|no)[ \t\r]*(#|$)))/i;

/** The format of settings, with its own reading: it starts at two files, and other files are named by what it says. */
export interface ConfFormat extends Format<'conf', 'ConfEntry'> {
  parse(text: string, target: Major, encoding: Encoding): ConfTree;
  read: typeof readConfiguration;
}

/** postgresql.conf: the settings. */
export const conf: ConfFormat = {
  kind: 'conf',
  fileName: 'postgresql.conf',
  names: namesFrom('postgresql'),
  languages: ['postgresqlconf', 'postgresql', 'postgresconf', 'pgconf', 'pgconflintsettings'],
  // Settings look like the assignments of many a language.
  share: 0.75,
  isLine: (line) => setting.test(line),
  parse: (text) => parseConf(text),
  read: readConfiguration,
  visitor: 'ConfEntry',
};
