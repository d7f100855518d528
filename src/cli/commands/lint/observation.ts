import { relativePath, toCorePath } from '../../../files/paths.js';
import type { Configuration } from '../../../linter/configuration/configuration.js';
import type { LintRequest, LintSource } from '../../../linter/engine/lint.js';
import { chooseTargets, explainChoice } from '../../../linter/engine/target-choice.js';
import { asIs, asLines, type Printable } from '../../../report/printable.js';
import type { Terminal } from '../../command.js';

/** Measures the parts of a run: `--stats`. */
export class Stopwatch {
  readonly #times = new Map<string, { milliseconds: number; count: number }>();
  readonly #start = performance.now();

  readonly measure: NonNullable<LintRequest['measure']> = (part, work) => {
    const start = performance.now();
    try {
      return work();
    } finally {
      const known = this.#times.get(part) ?? { milliseconds: 0, count: 0 };
      known.milliseconds += performance.now() - start;
      known.count++;
      this.#times.set(part, known);
    }
  };

  /** A line a part, the slowest first; milliseconds. */
  report(): Printable {
    const lines = [...this.#times]
      .sort(([, a], [, b]) => b.milliseconds - a.milliseconds)
      .map(
        ([part, { milliseconds, count }]) =>
          `${milliseconds.toFixed(1).padStart(10)} ms  ${String(count).padStart(6)}  ${part}`,
      );
    const whole = (performance.now() - this.#start).toFixed(1).padStart(10);
    return asLines([`${whole} ms          from the first file to the report`, ...lines]);
  }
}

/** Shows how far a long run is, on a terminal only, and wipes it out at the end. */
export function progressOn(terminal: Pick<Terminal, 'errorIsTerminal' | 'writeError'>): {
  show(done: number, all: number): void;
  end(): void;
} {
  // Not `performance`, which Node loads at its first use.
  const start = Date.now();
  let shown = false;
  return {
    show(done, all) {
      // What is done at once needs no progress.
      if (Date.now() - start < 500 || terminal.errorIsTerminal !== true) return;
      terminal.writeError(asIs(`\rpgconflint: ${done} of ${all} clusters`));
      shown = true;
    },
    end() {
      if (shown) terminal.writeError(asIs('\r\u001b[K'));
    },
  };
}

/** What `--debug` says of each cluster: its main file, its targets and who told them, and the configurations used. */
export function explainSources(
  sources: readonly LintSource[],
  configuration: Configuration,
  terminal: Terminal,
  today: string,
): Printable {
  const cwd = toCorePath(terminal.cwd);
  const lines = sources.map((source) => {
    const { config, layers } = configuration.explain(source.path);
    const files = [...new Set(layers.map((layer) => relativePath(layer.file.path, cwd)))];
    const used = files.length === 0 ? 'no configuration file (the preset recommended)' : files.join(', ');
    const choice = chooseTargets(source, { resolveConfig: () => config, today });
    const asked = source.asked?.map((file) => relativePath(file, cwd)).join(', ') ?? 'everything';
    return `pgconflint: ${relativePath(source.path, cwd)}: checked ${explainChoice(choice)}; ${used}; asked for ${asked}`;
  });
  return asLines(lines);
}
