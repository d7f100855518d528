/** The texts that the benchmarks read. Every one of them is made here, and the same on every machine. */
import { parametersOf } from '../src/catalog/parameters.js';
import { defaultText } from '../src/values/parameter-text.js';

/** An address of its own for each number up to 2^24. */
function address(index: number): string {
  return `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`;
}

/** The shapes of a pg_hba.conf with many records; each makes the line, or the lines, of one record. */
export const shapes: Readonly<Record<string, (index: number) => string>> = {
  networks: (index) => `hostssl app${index % 97} user${index} ${address(index)}/32 scram-sha-256`,
  netmasks: (index) => `hostssl app${index % 97} user${index} ${address(index)} 255.255.255.255 scram-sha-256`,
  quoted: (index) => `hostssl "app ${index % 97}" "User ${index}" ${address(index)}/32 scram-sha-256`,
  lists: (index) =>
    `hostssl app${index % 97},report${index % 31} user${index},batch${index} ${address(index)}/32 scram-sha-256`,
  comments: (index) =>
    `# who: team ${index % 31}\nhostssl app${index % 97} user${index} ${address(index)}/32 scram-sha-256 # ticket ${index}`,
  'few roles': (index) => `hostssl app${index % 2} app ${address(index)}/32 scram-sha-256`,
  'several methods': (index) =>
    `hostssl app${index % 97} user${index >> 1} ${address(index)}/32 ${index % 2 === 0 ? 'scram-sha-256' : 'reject'}`,
  'a problem each': (index) => `host app${index % 97} user${index} ${address(index)}/32 scram-sha-256`,
};

/**
 * A pg_hba.conf that a server takes.
 *
 * @param records how many records it has
 * @param shape one of `shapes`
 */
export function hbaText(records: number, shape: string = 'networks'): string {
  const line = shapes[shape]!;
  return `${Array.from({ length: records }, (_, index) => line(index)).join('\n')}\n`;
}

/** A postgresql.conf of at least so many bytes: every parameter once with its default, comments between them. */
export function confText(bytes: number): string {
  const lines: string[] = [];
  let size = 0;
  for (let round = 0; size < bytes; round++) {
    for (const parameter of parametersOf(18)) {
      if (parameter.context === 'internal' || parameter.needsBuild !== undefined || size >= bytes) continue;
      const value = defaultText(parameter)?.replace(' ', '') ?? '';
      const line = `${round === 0 ? '' : '#'}${parameter.name} = '${value.replaceAll("'", '')}'\t\t# what it is for`;
      lines.push(line);
      size += line.length + 1;
    }
  }
  return `${lines.join('\n')}\n`;
}
