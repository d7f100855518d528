/** Which records may have logins in common with a record: found by the column in which it has the least company. */
import type { ConnectionType } from '../../cluster/types.js';
import type { Portion } from '../budget.js';
import type { Decoded, DecodedRecords } from '../coverage/decode.js';
import type { Element } from '../coverage/elements.js';
import { AddressOrder } from './address-order.js';

/** Records by the names in one of their columns. */
class Names {
  readonly #byName = new Map<number, number[]>();
  /** Records with something else than names, which may stand for any name. */
  readonly #others: number[] = [];

  add(elements: readonly Element[], number: number): void {
    for (const { id, pattern } of elements) {
      if (pattern.kind !== 'name') continue;
      const list = this.#byName.get(id);
      if (list === undefined) this.#byName.set(id, [number]);
      else list.push(number);
    }
    if (elements.some(({ pattern }) => pattern.kind !== 'name')) this.#others.push(number);
  }

  /** How many there are at most; all where there is more than names. */
  count(elements: readonly Element[]): number {
    let count = this.#others.length;
    for (const { id, pattern } of elements) {
      if (pattern.kind !== 'name') return Number.POSITIVE_INFINITY;
      count += this.#byName.get(id)?.length ?? 0;
    }
    return count;
  }

  meeting(elements: readonly Element[]): number[] {
    const found = new Set(this.#others);
    for (const { id } of elements) for (const number of this.#byName.get(id) ?? []) found.add(number);
    return [...found];
  }
}

export class Candidates {
  readonly #decoded: readonly Decoded[];
  readonly #databases = new Names();
  readonly #users = new Names();
  /** Those of the Unix socket meet no others. */
  readonly #local: AddressOrder;
  readonly #remote: AddressOrder;

  /** @param numbers the records that may be found, rising */
  constructor({ decoded, line }: DecodedRecords, numbers: readonly number[]) {
    this.#decoded = decoded;
    const isLocal = (number: number) => typeOf(decoded[number]!) === 'local';
    this.#local = new AddressOrder(decoded, numbers.filter(isLocal), line);
    this.#remote = new AddressOrder(
      decoded,
      numbers.filter((number) => !isLocal(number)),
      line,
    );
    for (const number of numbers) {
      const { databases, users } = decoded[number]!;
      this.#databases.add(databases, number);
      this.#users.add(users, number);
    }
  }

  /**
   * The records before one of them that may match some of its logins, in order; others may be among them.
   *
   * @throws OutOfBudget
   */
  before(number: number, portion: Portion): number[] {
    const one = this.#decoded[number]!;
    const order = typeOf(one) === 'local' ? this.#local : this.#remote;
    const byAddress = order.countMeeting(number);
    const byDatabase = this.#databases.count(one.databases);
    const byUser = this.#users.count(one.users);
    const least = Math.min(byAddress, byDatabase, byUser);
    portion.spend(least >> 2);
    const found =
      least === byAddress
        ? order.meeting(number)
        : least === byUser
          ? this.#users.meeting(one.users)
          : this.#databases.meeting(one.databases);
    return found.filter((other) => other < number).sort((a, b) => a - b);
  }
}

function typeOf({ record }: Decoded): ConnectionType {
  return record.connectionType!;
}
