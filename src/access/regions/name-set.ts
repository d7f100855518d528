/** Sets of names: some, or all but some. */
export interface NameSet {
  /** Whether `names` are those left out. */
  except: boolean;
  names: ReadonlySet<string>;
}

export const everyName: NameSet = { except: true, names: new Set() };

export function namesOf(names: Iterable<string>): NameSet {
  return { except: false, names: new Set(names) };
}

export function allBut(...names: string[]): NameSet {
  return { except: true, names: new Set(names) };
}

export function isEmptySet({ except, names }: NameSet): boolean {
  return !except && names.size === 0;
}

export function complement({ except, names }: NameSet): NameSet {
  return { except: !except, names };
}

export function intersectNames(a: NameSet, b: NameSet): NameSet {
  if (a.except && b.except) return { except: true, names: new Set([...a.names, ...b.names]) };
  if (a.except) return intersectNames(b, a);
  return { except: false, names: new Set([...a.names].filter((name) => b.names.has(name) !== b.except)) };
}

export function subtractNames(a: NameSet, b: NameSet): NameSet {
  return intersectNames(a, complement(b));
}

export function uniteNames(a: NameSet, b: NameSet): NameSet {
  return complement(intersectNames(complement(a), complement(b)));
}

export function isSameNames(a: NameSet, b: NameSet): boolean {
  return a.except === b.except && a.names.size === b.names.size && [...a.names].every((name) => b.names.has(name));
}
