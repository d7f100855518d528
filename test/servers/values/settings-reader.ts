/**
 * What a real server makes of settings, asked without starting one: `postgres -D folder -C name` reads the files of the folder,
 * prints every complaint about them, and prints the value of one parameter where there is no complaint.
 * The server refuses to run as root, so that the program is started as another user where needed.
 */
import { execFile } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findInstallations, type Installation, serverAccount } from '../installations.js';

export interface Setting {
  name: string;
  /** The value, quotes and escapes undone. */
  text: string;
}

/** What the server said of a set of settings. */
export interface Answer {
  /** Complaints in the server's words, one an entry, details and hints left out. */
  errors: string[];
  /** What it printed for the parameter asked for, where there was no complaint. */
  value: string | undefined;
}

/** Writes a value as a quoted string of postgresql.conf; bytes beyond printable ASCII as octal escapes. */
export function quote(text: string): string {
  const bytes = [...new TextEncoder().encode(text)];
  const written = bytes.map((byte) => {
    if (byte === 0x27) return "''";
    if (byte === 0x5c) return '\\\\';
    return byte < 0x20 || byte > 0x7e ? `\\${byte.toString(8).padStart(3, '0')}` : String.fromCharCode(byte);
  });
  return `'${written.join('')}'`;
}

/** One folder for one installation; one question at a time. */
export class SettingsReader {
  private readonly folder: string;
  private readonly account = serverAccount();

  constructor(readonly installation: Installation) {
    this.folder = mkdtempSync(join(tmpdir(), `pgconflint-values-${installation.name}-`));
    writeFileSync(join(this.folder, 'postgresql.auto.conf'), '');
    chmodSync(this.folder, 0o700);
    if (this.account !== undefined) chownSync(this.folder, this.account.uid, this.account.gid);
  }

  /** Asks for the value of one parameter with a set of settings in force. */
  ask(settings: readonly Setting[], parameter: string): Promise<Answer> {
    const text = settings.map(({ name, text }) => `${name} = ${quote(text)}\n`).join('');
    writeFileSync(join(this.folder, 'postgresql.conf'), text);
    return new Promise((resolve) => {
      const options = {
        ...this.account,
        encoding: 'utf8' as const,
        env: { ...process.env, LC_ALL: 'C' },
        cwd: this.folder,
      };
      execFile(
        join(this.installation.bin, 'postgres'),
        ['-D', this.folder, '-C', parameter],
        options,
        (error, stdout, stderr) => {
          const errors = complaints(stderr);
          resolve({ errors, value: error === null && errors.length === 0 ? stdout.replace(/\n$/, '') : undefined });
        },
      );
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The messages of level LOG and above, without the time and the process id in front; continuation lines belong to them. */
function complaints(stderr: string): string[] {
  const messages: string[] = [];
  let kept = false;
  for (const line of stderr.split('\n')) {
    const head =
      /^(?:\S+ \S+ \S+ \[\d+\] )?(LOG|WARNING|ERROR|FATAL|PANIC|DETAIL|HINT|CONTEXT|NOTICE|INFO|BACKTRACE|LOCATION|STATEMENT|DEBUG\d?): {1,2}(.*)$/s.exec(
        line,
      );
    if (head === null) {
      if (kept && line !== '') messages[messages.length - 1] += `\n${line}`;
      else if (line !== '' && !line.startsWith('\t')) messages.push(line);
      continue;
    }
    const [, level, text] = head as unknown as [string, string, string];
    kept = level === 'LOG' || level === 'ERROR' || level === 'FATAL' || level === 'PANIC';
    const isSummary = /^configuration file ".*" contains errors$/.test(text);
    if (isSummary) kept = false;
    if (kept) messages.push(text);
  }
  return messages;
}

/** The npm packages' servers, in a scratch folder where they cannot be run from where they are. */
export function packagedServers(scratch: string): Installation[] {
  return findInstallations(serverAccount(), scratch).filter(({ name, major }) => name === String(major));
}
