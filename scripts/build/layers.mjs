// Which modules share a file of the bundle.
import { existsSync } from 'node:fs';
import { parts } from './parts.mjs';

/**
 * The modules that each layer begins with; what they import comes along, unless a layer above has it. To find, read and
 * link many small files takes Node longer than to compile what they hold.
 */
const roots = {
  // What --version needs. src/cli/main.ts stays apart: whoever loads it runs the command.
  start: ['src/cli/run.ts', 'src/cli/terminal.ts'],
  // The report that a run prints unless told otherwise, and what settings and records share: lists and addresses.
  core: [
    'src/cli/commands/lint/lint.ts',
    'src/report/framed/stylish.ts',
    'src/values/lists/split.ts',
    'src/addresses/networks.ts',
    'src/addresses/numeric-address.ts',
  ],
  records: parts.records,
  rules: ['\0rules:settings'],
  // What the groups of rules on records have in common.
  'record-rules': [
    'src/access/addresses.ts',
    'src/access/budget.ts',
    'src/access/coverage/address-line.ts',
    'src/access/names.ts',
    'src/access/record-meaning.ts',
    'src/access/transports.ts',
    'src/cluster/views/view-options.ts',
    'src/rule-kit/addresses/masks.ts',
    'src/rule-kit/addresses/networks.ts',
    'src/rule-kit/addresses/numeric.ts',
    'src/rule-kit/edits/records.ts',
    'src/rule-kit/records/allow.ts',
    'src/rule-kit/records/anchors.ts',
    'src/rule-kit/records/closing-slash.ts',
    'src/rule-kit/records/record-repairs.ts',
    'src/rule-kit/records/broad-expressions.ts',
    'src/rule-kit/records/certificates.ts',
    'src/rule-kit/records/keyword-names.ts',
    'src/rule-kit/records/ldap.ts',
    'src/rule-kit/records/maps.ts',
    'src/rule-kit/records/meaning.ts',
    'src/rule-kit/records/method-strength.ts',
    'src/rule-kit/records/misplaced-keywords.ts',
    'src/rule-kit/records/names.ts',
    'src/rule-kit/records/regular-expression.ts',
  ],
  'language-server': ['src/lsp/serve.ts'],
};

/**
 * The layers as rolldown asks for them, the first of them the strongest.
 *
 * @param {string} root the project's folder
 * @returns {import('rolldown').CodeSplittingGroup[]}
 * @throws where a module does not exist
 */
export function layers(root) {
  return Object.entries(roots).map(([name, modules], index) => {
    const lost = modules.find((module) => !module.startsWith('\0') && !existsSync(root + module));
    if (lost !== undefined) throw new Error(`${lost} of the layer ${name} does not exist.`);
    const ids = new Set(modules.map((module) => (module.startsWith('\0') ? module : root + module)));
    return { name, test: (id) => ids.has(id), priority: 100 - index, includeDependenciesRecursively: true };
  });
}
