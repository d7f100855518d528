import { cis, percona } from '../../src/rule-kit/controls.js';
import { type Cluster, defineRule } from '../../src/rule-kit/rule.js';
import { preloadedLibraries } from '../../src/rule-kit/settings/libraries.js';
import { provenance, reportSetting, textInForce } from '../../src/rule-kit/settings/settings.js';
import { splitParameter } from '../../src/rule-kit/values/parameters.js';

const levels = ['none', 'ddl', 'mod', 'all'];

export default defineRule({
  id: 'conf/log-statement',
  meta: {
    type: 'problem',
    summary: 'Require that statements which change the schema or roles are logged',
    category: 'accounting',
    severity: 'warning',
    presets: [{ preset: 'strict', severity: 'error' }],
    controls: [...cis('3.1.25'), ...percona('accounting')],
    options: {
      min: {
        type: 'string',
        default: 'ddl',
        enum: ['ddl', 'mod', 'all'],
        description: 'The least that must be logged.',
      },
    },
    messages: {
      set: {
        headline: '{logged}',
        why: 'Nobody can tell afterwards who changed what (log_statement = {value}).',
        help: 'Set log_statement = {min}.',
      },
      default: {
        headline: 'No statement is logged (the default)',
        why: 'Nobody can tell who changed tables, roles or rights.',
        help: 'Set log_statement = {min}.',
      },
    },
    fix: 'unsafe',
  },
  create(context) {
    return {
      Cluster(cluster) {
        const value = textInForce(cluster, 'log_statement');
        const min = context.options.min;
        if (value === undefined || levels.indexOf(value) >= levels.indexOf(min)) return;
        if (min === 'ddl' && auditsSchemaChanges(cluster)) return;
        reportSetting(context, 'log_statement', {
          messageId: provenance(cluster, 'log_statement'),
          data: {
            value,
            min,
            logged: value === 'none' ? 'No statement is logged' : `Only statements of the class ${value} are logged`,
          },
          right: {
            value: min,
            title: `Set log_statement = ${min} (passwords in CREATE ROLE and ALTER ROLE go to the log as they are written)`,
            as: 'unsafe',
          },
        });
      },
    };
  },
});

/** pgaudit that logs the class ddl does the same work. */
function auditsSchemaChanges(cluster: Cluster): boolean {
  if (!preloadedLibraries(cluster)?.includes('pgaudit')) return false;
  const classes =
    splitParameter('pgaudit.log', cluster.configuration.get('pgaudit.log').value ?? '', cluster.target) ?? [];
  return (classes.includes('ddl') || classes.includes('all')) && !classes.includes('-ddl');
}
