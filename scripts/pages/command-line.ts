import { markdownTable } from 'markdown-table';
import type { Option } from '../../src/cli/options.js';
import { commands } from '../../src/cli/registry.js';

const note =
  "<!-- Made by npm run pages out of the commands' tables of options; a test fails where it does not fit. -->";

/** The text of docs/command-line.md: each command with its options. */
export async function commandLinePage(): Promise<string> {
  const parts = [
    '# The command line',
    note,
    'Every command takes `-h` or `--help`; `pgconflint --version` (`-v`) prints the version. `pgconflint completion bash` (zsh, fish) completes what stands here.',
  ];
  for (const { name, load } of commands) {
    const { command } = await load();
    parts.push(`## ${name}`, `${command.summary}.`);
    const rows = Object.entries(command.options).map(([option, entry]) => [head(option, entry), cell(entry.text)]);
    if (rows.length > 0) parts.push(markdownTable([['option', 'what it does'], ...rows]));
  }
  return `${parts.join('\n\n')}\n`;
}

function head(name: string, { short, value = '', optional }: Option): string {
  const letter = short === undefined ? '' : `\`-${short}\`, `;
  const shown = optional === undefined ? value : `[${optional}]`;
  return cell(`${letter}\`--${name}${value === '' ? shown : ` ${value}`}\``);
}

/** Examples have lines of their own in a terminal only. */
function cell(text: string): string {
  const [first = '', ...rest] = text.split('\n');
  const plain = [first, ...rest.filter((line) => !line.startsWith(' '))].join(' ');
  return (
    plain === first ? plain : plain.replace(/ FILE is YAML or JSON:/, ' FILE is YAML or JSON, as `--help` shows.')
  )
    .replaceAll('|', '\\|')
    .replaceAll('<', '&lt;');
}
