import type { CommandEntry } from './command.js';

/** The commands, in the order in which `--help` lists them. One line each: add yours where it belongs. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'lint',
    summary: 'Check configuration files (the default command)',
    load: () => import('./commands/lint/lint.js'),
  },
  {
    name: 'settings',
    summary: 'Print the settings in force and which line sets them',
    load: () => import('./commands/settings.js'),
  },
  {
    name: 'show',
    summary: 'Print what a server would see: records, mappings, host entries or settings',
    load: () => import('./commands/show.js'),
  },
  {
    name: 'format',
    summary: 'Align the columns of records',
    load: () => import('./commands/format/format.js'),
  },
  {
    name: 'audit',
    summary: 'Check a cluster against a benchmark, control by control',
    load: () => import('./commands/audit/audit.js'),
  },
  {
    name: 'upgrade',
    summary: 'Show what a major upgrade breaks or changes',
    load: () => import('./commands/upgrade/upgrade.js'),
  },
  {
    name: 'explain',
    summary: 'Explain a rule, parameter or another name',
    load: () => import('./commands/explain/explain.js'),
  },
  {
    name: 'config',
    summary: 'Print the configuration in force for a file and where it comes from',
    load: () => import('./commands/config.js'),
  },
  {
    name: 'who',
    summary: 'Tell which record decides a login, or test many logins',
    load: () => import('./commands/who/who.js'),
  },
  {
    name: 'init',
    summary: 'Write a first configuration for this folder',
    load: () => import('./commands/init.js'),
  },
  {
    name: 'completion',
    summary: 'Print a script with which bash, zsh or fish completes commands and options',
    load: () => import('./commands/completion/completion.js'),
  },
  {
    name: 'access',
    summary: 'Print who gets in, from where and by which method',
    load: () => import('./commands/access/access.js'),
  },
  {
    name: 'prove',
    summary: 'Prove that who gets in keeps to a policy, or show a login that breaks it',
    load: () => import('./commands/prove/prove.js'),
  },
  {
    name: 'diff',
    summary: 'Tell what a change means: settings in force, who gets in',
    load: () => import('./commands/diff/diff.js'),
  },
  {
    name: 'replay',
    summary: 'Replay the logins of server logs: who would be refused, or let in otherwise',
    load: () => import('./commands/replay/replay.js'),
  },
  {
    name: 'lsp',
    summary: 'Start the language server for editors',
    load: () => import('./commands/lsp.js'),
  },
];
