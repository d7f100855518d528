/**
 * What PyYAML (safe_load, YAML 1.1: resolver.py and constructor.py) makes of a plain scalar, and how Python writes that as
 * text: so Patroni writes it into postgresql.conf (config.py, ConfigWriter.write_param).
 */
const booleans: Readonly<Record<string, string>> = {
  yes: 'True',
  on: 'True',
  true: 'True',
  no: 'False',
  off: 'False',
  false: 'False',
};

/**
 * Reads a plain scalar.
 *
 * @returns undefined for nothing at all (`null`), as well as for what is not read here: dates and numbers with a fraction
 *   or an exponent that Python would write another way are given as they are
 */
export function pythonText(plain: string): string | undefined {
  if (/^(?:~|null|Null|NULL|)$/.test(plain)) return undefined;
  if (/^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/.test(plain))
    return booleans[plain.toLowerCase()];
  const integer = integerOf(plain);
  return integer === undefined ? plain : String(integer);
}

/** resolver.py, tag:yaml.org,2002:int; constructor.py, construct_yaml_int. */
function integerOf(plain: string): bigint | undefined {
  const [, sign, digits] =
    /^([-+]?)(0b[01_]+|0[0-7_]*|[1-9][0-9_]*(?::[0-5]?[0-9])*|0x[0-9a-fA-F_]+)$/.exec(plain) ?? [];
  if (digits === undefined) return undefined;
  const bare = digits.replaceAll('_', '');
  let value: bigint;
  if (bare.includes(':')) value = bare.split(':').reduce((sum, part) => sum * 60n + BigInt(part), 0n);
  else if (/^0[0-7]+$/.test(bare)) value = BigInt(`0o${bare.slice(1)}`);
  else if (/^0[bx]?$/.test(bare)) return bare === '0' ? 0n : undefined;
  else value = BigInt(bare);
  return sign === '-' ? -value : value;
}
