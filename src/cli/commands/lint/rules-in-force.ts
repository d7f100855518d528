import { relativePath, toCorePath } from '../../../files/paths.js';
import type { Configuration } from '../../../linter/configuration/configuration.js';
import type { LintOptions } from './options.js';

/**
 * Which rules are on and who says so, for the end of a report: `preset recommended (the default)`.
 *
 * @param paths the main files of the clusters; their configurations may differ
 */
export function rulesInForce(
  options: Pick<LintOptions, 'presets' | 'rules'>,
  configuration: Configuration,
  paths: readonly string[],
  cwd: string,
): string {
  const texts = new Set(paths.map((path) => textFor(path, options, configuration, toCorePath(cwd))));
  const [only = textFor(`${toCorePath(cwd)}/postgresql.conf`, options, configuration, toCorePath(cwd))] = texts;
  return texts.size <= 1 ? only : `${texts.size} sets for different files; pgconflint config PATH shows each`;
}

function textFor(
  path: string,
  { presets, rules }: Pick<LintOptions, 'presets' | 'rules'>,
  configuration: Configuration,
  cwd: string,
): string {
  const { layers } = configuration.explain(path);
  const nameOf = (layer: (typeof layers)[number]) => relativePath(layer.file.path, cwd);
  const named = layers.filter(({ preset }) => preset !== undefined);
  const files = new Set(named.map(nameOf));
  const asked = presets !== undefined ? presets : named.map(({ preset }) => preset!);
  const says = presets !== undefined ? '--preset' : [...files].join(', ');
  const start =
    asked.length === 0
      ? 'preset recommended (the default)'
      : `preset${asked.length === 1 ? '' : 's'} ${[...new Set(asked)].join(', ')} (${says})`;
  const changing = layers.filter(({ body }) => Object.keys(body.rules ?? {}).length > 0).map(nameOf);
  const changes = [...new Set([...changing, ...(Object.keys(rules).length > 0 ? ['--rule'] : [])])];
  return changes.length === 0 ? start : `${start}, with the changes of ${changes.join(', ')}`;
}
