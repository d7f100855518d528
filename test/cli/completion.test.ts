import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { commands } from '../../src/cli/registry.js';
import { makeFolder } from './folder.js';
import { runIn } from './terminal.js';

const folder = makeFolder({});
const script = (shell: string) => join(folder, `completion.${shell}`);
const isInstalled = (shell: string) => spawnSync(shell, ['-c', 'true']).status === 0;

beforeAll(async () => {
  for (const shell of ['bash', 'zsh', 'fish'])
    writeFileSync(script(shell), (await runIn('/', ['completion', shell])).output);
});

/** What is typed, and what the shell makes of it or offers. */
const cases: readonly [line: string, ...offered: string[]][] = [
  ['pgconflint who --fo', '--follow-outside', '--format'],
  ['pgconflint who --format te', 'text'],
  ['pgconflint audit --benchmark stig', 'stig-crunchy-16'],
  ['pgconflint audit --fi'],
  ['pgconflint --preset str', 'strict'],
  ['pgconflint --format sa', 'sarif'],
  ['pgconflint lint --rule hba/no-tr', 'hba/no-trust'],
  ['pgconflint upgrade --to 19', '19'],
  ['pgconflint explain conf/fsy', 'conf/fsync'],
  ['pgconflint explain scram', 'scram-sha-256'],
  ['pgconflint show ho', 'hosts'],
  ['pgconflint upgr', 'upgrade'],
  ['pgconflint help acc', 'access'],
];

describe('bash', () => {
  const offered = (line: string): string[] => {
    const words = line.split(/(?<==)|(?==)| /);
    const code = `source ${script('bash')}; COMP_WORDS=(${words.join(' ')}); COMP_CWORD=${words.length - 1}; _pgconflint; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const printed = execFileSync('bash', ['-uec', code.replace('source', 'set +ue; source')], {
      cwd: folder,
      encoding: 'utf8',
    });
    return printed.split('\n').filter((word) => word !== '');
  };

  test.each(cases)('%s', (line, ...expected) => {
    expect(offered(line)).toEqual(expected);
  });

  test('values behind an equals sign', () => {
    expect(offered('pgconflint --format=sa')).toEqual(['sarif']);
  });

  test('files where nothing else can stand', () => {
    expect(offered('pgconflint access completion.')).toEqual(
      expect.arrayContaining(['completion.bash', 'completion.fish']),
    );
  });

  test('every option that a command takes is offered', async () => {
    for (const { name, load } of commands) {
      const { command } = await load();
      const written = Object.keys(command.options).map((option) => `--${option}`);
      if (written.length > 0) expect(offered(`pgconflint ${name} --`)).toEqual(expect.arrayContaining(written));
    }
  });
});

(isInstalled('fish') ? describe : describe.skip)('fish', () => {
  test.each(cases)('%s', (line, ...expected) => {
    const code = `source ${script('fish')}; complete -C '${line}'`;
    const printed = execFileSync('fish', ['--no-config', '-c', code], { cwd: folder, encoding: 'utf8' });
    const words = printed.split('\n').map((word) => word.split('\t')[0]!);
    // fish offers what holds the letters anywhere, too.
    expect(words.filter((word) => word.startsWith(line.split(' ').at(-1)!))).toEqual(expected);
  });
});

(isInstalled('zsh') ? describe : describe.skip)('zsh, at a prompt', () => {
  const ask = `zmodload zsh/zpty
zpty z zsh -f -i
zpty -w z "PS1=; autoload -Uz compinit; compinit -D -u; source $1; print rea''dy"
for ((turn = 0; turn < 100; turn++)); do
  while zpty -r -t z more; do out+=$more; done
  [[ $out == *ready* ]] && break
  sleep 0.05
done
out=
zpty -w -n z "$2"$'\\t'
for ((turn = 0; turn < 100; turn++)); do
  while zpty -r -t z more; do out+=$more; done
  [[ $out == *$3* ]] && break
  sleep 0.05
done
print -r -- "$out"
zpty -d z`;
  // A prompt takes a while: one case of each sort.
  const offering = [cases[0]!, cases[2]!, cases[8]!, cases[9]!];

  test.each([...offering, ['pgconflint --format=sa', 'sarif'] as const])('%s', (line, ...expected) => {
    const printed = execFileSync('zsh', ['-f', '-c', ask, 'ask', script('zsh'), line, expected[0]!], {
      cwd: folder,
      encoding: 'utf8',
      timeout: 20_000,
    });
    for (const word of expected) expect(printed).toContain(word);
  });
});
