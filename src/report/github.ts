import { Places } from './places.js';
import { asIs, visible } from './printable.js';
import type { Reporter } from './reporter.js';
import { messageWithTargets } from './wording.js';

/** Workflow commands of GitHub Actions: each problem becomes an annotation of its line. */
export const github: Reporter = (result, { cwd }) => {
  const places = new Places(result, cwd);
  const lines = result.files.flatMap((file) =>
    file.problems.map((problem) => {
      const { line, column, endLine, endColumn } = places.of(problem);
      const properties: Record<string, string | number> = { file: places.shown(problem.file) };
      if (problem.wholeFile !== true) Object.assign(properties, { line, endLine });
      // GitHub takes columns only within one line.
      if (problem.wholeFile !== true && line === endLine) Object.assign(properties, { col: column, endColumn });
      properties['title'] = problem.ruleId;
      const related = problem.related.map((other) => {
        const place = places.of(other);
        return `${places.shown(other.file)}:${place.line}:${place.column}: ${other.message}`;
      });
      const text = [messageWithTargets(problem), ...related, problem.url].map(visible).join('\n');
      const list = Object.entries(properties).map(
        ([name, value]) => `${name}=${escapeProperty(visible(String(value)))}`,
      );
      return `::${problem.severity} ${list.join(',')}::${escapeData(text)}\n`;
    }),
  );
  return asIs(lines.join(''));
};

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
