/** What rules see of files that are templates. */
import { isUnknown, type Template, templatesOf } from '../../cluster/templates/templates.js';
import type { Cluster, Configuration, EffectiveSetting, Place, ReadingError, SourceFile } from '../../cluster/types.js';
import { type Readings, recordFormats } from '../../formats/index.js';
import { readingsOf } from '../../formats/readings.js';
import type { Span } from '../../syntax/nodes.js';
import { documentOf, type Problem, placeInDocument } from '../problem.js';

/**
 * Takes the lines with placeholders out of a cluster: nobody knows what will stand there. What they would say counts as
 * not read, so that rules neither judge it nor take it for missing.
 */
export function withoutPlaceholders(cluster: Cluster): Cluster {
  const templates = templatesOf(cluster);
  if (templates.length === 0) return cluster;
  const isKnown = (place: Place) => !isInTemplate(templates, place.file.id, place);
  const unknown = templates.map(({ file, placeholders }) => {
    const { start, end } = placeholders[0]!;
    const message = 'What a template puts here is not known.';
    const place = { file: file as ReadingError['file'], start, end };
    return { ...place, code: 'placeholder', severity: 'warning', message, shownByServer: false } as const;
  });
  const errorsOf = (kind: SourceFile['kind'], errors: readonly ReadingError[]) => [
    ...errors.filter(isKnown),
    ...unknown.filter(({ file }) => file.kind === kind),
  ];
  const { configuration } = cluster;
  const readings = readingsOf(cluster).map(({ kind, reading, subjects }) => {
    const known = recordFormats[kind].withSubjects(reading, subjects.filter(isKnown));
    return [kind, { ...known, errors: errorsOf(kind, reading.errors) }];
  });
  return {
    ...cluster,
    extent: templates.some(({ file }) => file.kind === 'conf') ? 'snippet' : cluster.extent,
    configuration: configurationWithout(configuration, templates, isKnown),
    ...(Object.fromEntries(readings) as Readings),
  };
}

function isInTemplate(templates: readonly Template[], id: string, place: Span): boolean {
  const template = templates.find(({ file }) => file.id === id);
  return template !== undefined && isUnknown(template, place);
}

/** Leaves out the problems of lines that are not judged. */
export function withoutTemplateLines(problems: readonly Problem[], cluster: Cluster): Problem[] {
  const templates = templatesOf(cluster);
  return problems.filter((problem) => !isInTemplate(templates, documentOf(problem), placeInDocument(problem)));
}

function configurationWithout(
  configuration: Configuration,
  templates: readonly Template[],
  isKnown: (place: Place) => boolean,
): Configuration {
  const inTemplates = templates.filter(({ file }) => file.kind === 'conf');
  if (inTemplates.length === 0) return configuration;
  const { entries, syntaxErrors, includeErrors } = configuration;
  const isLost = ({ file, node }: Configuration['syntaxErrors'][number]) => !isKnown({ file, ...span(node) });
  const names = [
    ...entries.filter((entry) => !isKnown(entry)).map(({ name }) => name),
    ...syntaxErrors.filter(isLost).flatMap(({ node }) => node.name?.value ?? []),
  ];
  const unknown = new Set(names.map((name) => configuration.get(name).name));
  return {
    ...configuration,
    entries: entries.filter(isKnown),
    syntaxErrors: syntaxErrors.filter((each) => !isLost(each)),
    includeErrors: includeErrors.filter(isKnown),
    unread: [
      ...configuration.unread,
      ...inTemplates.map(({ file: { path } }) => ({
        path,
        reason: 'other' as const,
        explanation: 'it is a template',
      })),
    ],
    loads: undefined,
    get(name) {
      const setting = configuration.get(name);
      return unknown.has(setting.name) ? withoutValue(setting) : setting;
    },
    settings: () => configuration.settings().filter(({ name }) => !unknown.has(name)),
  };
}

function withoutValue({ name, parameter }: EffectiveSetting): EffectiveSetting {
  return { name, parameter, value: undefined, reading: undefined, entry: undefined, overridden: [] };
}

function span({ start, end }: Span): Span {
  return { start, end };
}
