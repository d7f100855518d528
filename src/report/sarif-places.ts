/** Places of files as SARIF has them. */
import type { ArtifactLocation, Location, Log, Region, ReportingDescriptor, Result, Run } from 'sarif';
import { toCorePath } from '../files/paths.js';
import type { Problem, Related } from '../linter/problem.js';
import type { Places } from './places.js';

export const schemaUri = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** What relative paths of a run are relative to. */
export function rootOf(cwd: string): NonNullable<Run['originalUriBaseIds']> {
  return { ROOT: { uri: `file://${encodePath(`${toCorePath(cwd)}/`.replace(/\/+$/, '/'))}` } };
}

/** A line of a file that is named relative to the root; the whole file without one. */
export function lineLocation(file: string, line?: number): Location {
  const artifactLocation = { uri: encodePath(file), uriBaseId: 'ROOT' };
  return {
    physicalLocation: line === undefined ? { artifactLocation } : { artifactLocation, region: { startLine: line } },
  };
}

/** What a log of a command about access is made of. */
export interface AccessRun {
  /** What each rule is about, without a full stop, by its id. */
  rules: ReadonlyMap<string, string>;
  results: Result[];
  /** The folder that file names are relative to. */
  folder: string;
  version: string;
}

/** A whole log of such a command. */
export function accessLog({ rules, results, folder, version }: AccessRun): Log {
  const descriptors = [...rules].map(
    ([id, text]): ReportingDescriptor => ({
      id,
      shortDescription: { text },
      fullDescription: { text: `${text}.` },
    }),
  );
  const driver = {
    name: 'pgconflint',
    informationUri: 'https://github.com/pgconflint/pgconflint',
    semanticVersion: version,
    rules: descriptors,
  };
  return {
    $schema: schemaUri,
    version: '2.1.0',
    runs: [
      {
        tool: { driver },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: rootOf(folder),
        invocations: [{ executionSuccessful: true }],
        results,
      },
    ],
  };
}

/** Where a problem, or what is related to one, stands. */
export function location(place: Problem | Related, places: Places): Location {
  if ('wholeFile' in place) return { physicalLocation: { artifactLocation: artifact(place.file, places) } };
  return { physicalLocation: { artifactLocation: artifact(place.file, places), region: region(place, places) } };
}

/** Lines and columns of a range. */
export function region(place: { file: string; start: number; end: number }, places: Places): Region {
  const { line, column, endLine, endColumn } = places.of(place);
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** A path below the current folder is relative to it; everything else is a whole file URI. */
export function artifact(path: string, places: Places): ArtifactLocation {
  const shown = places.shown(path);
  if (shown !== path) return { uri: encodePath(shown), uriBaseId: 'ROOT' };
  return { uri: `file://${encodePath(path)}` };
}

/** A path as a URI has it. */
export function encodePath(path: string): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/').replaceAll('%3A', ':');
  return /^[A-Za-z]:/.test(path) ? `/${encoded}` : encoded;
}
