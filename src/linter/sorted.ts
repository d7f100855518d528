/**
 * The first place in a sorted list from which on something holds, by binary search; the length where it holds nowhere.
 *
 * @param length of the list
 * @param holds once true, true for all that follows
 */
export function firstIndex(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
