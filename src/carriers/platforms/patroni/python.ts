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
 * @returns undefined for nothing at all (`null`); times of a day are given as they are written
 */
export function pythonText(plain: string): string | undefined {
  if (/^(?:~|null|Null|NULL|)$/.test(plain)) return undefined;
  if (/^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/.test(plain))
    return booleans[plain.toLowerCase()];
  const integer = integerOf(plain);
  if (integer !== undefined) return String(integer);
  const float = floatOf(plain);
  return float === undefined ? plain : floatText(float);
}

/** resolver.py, tag:yaml.org,2002:float; constructor.py, construct_yaml_float. An exponent needs a point and a sign. */
function floatOf(plain: string): number | undefined {
  const special = /^(?<sign>[-+]?)\.(?:inf|Inf|INF)$/.exec(plain);
  if (special !== null) return special.groups!['sign'] === '-' ? -Infinity : Infinity;
  if (/^\.(?:nan|NaN|NAN)$/.test(plain)) return Number.NaN;
  const bare = plain.replaceAll('_', '');
  if (/^(?:[-+]?[0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*)(?:[eE][-+][0-9]+)?$/.test(plain)) return Number(bare);
  if (!/^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/.test(plain)) return undefined;
  const value = bare
    .replace(/^[-+]/, '')
    .split(':')
    .reduce((sum, part) => sum * 60 + Number(part), 0);
  return plain.startsWith('-') ? -value : value;
}

/** Python, float.__repr__: an exponent of two digits from 1e16 on and below 1e-4, and a point in every other number. */
function floatText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e16 || size < 1e-4)) {
    const [digits, exponent] = value.toExponential().split('e');
    const [, sign, power] = /^([-+])(\d+)$/.exec(exponent!)!;
    return `${digits}e${sign}${power!.padStart(2, '0')}`;
  }
  const text = Object.is(value, -0) ? '-0' : String(value);
  return text.includes('.') ? text : `${text}.0`;
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
