/** A configuration that cannot be used: `file:line:` and one sentence that says what was expected. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  readonly file: string;
  readonly line: number | undefined;
  readonly complaint: string;

  /**
   * @param file the configuration file
   * @param line 1-based; undefined where the file is code
   * @param complaint a sentence
   */
  constructor(file: string, line: number | undefined, complaint: string, cause?: unknown) {
    super(`${file}${line === undefined ? '' : `:${line}`}: ${complaint}`, { cause });
    this.file = file;
    this.line = line;
    this.complaint = complaint;
  }
}
