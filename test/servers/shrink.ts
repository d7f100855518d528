/** Finds small inputs that still show what a large one showed (Zeller's ddmin). */

/**
 * Takes away parts for as long as the rest still fails.
 *
 * @param parts an input that fails
 * @param fails tells whether fewer of its parts fail too
 * @param attempts how many questions may be asked
 * @returns a subsequence that fails; no single part of it can be spared where the attempts sufficed
 */
export async function shrinkList<T>(
  parts: readonly T[],
  fails: (parts: readonly T[]) => Promise<boolean>,
  attempts = 150,
): Promise<readonly T[]> {
  let kept = parts;
  let size = Math.ceil(kept.length / 2);
  let left = attempts;
  while (size >= 1 && kept.length > 1) {
    let removed = false;
    for (let at = 0; at < kept.length && left > 0; ) {
      const candidate = [...kept.slice(0, at), ...kept.slice(at + size)];
      left--;
      if (candidate.length > 0 && (await fails(candidate))) {
        kept = candidate;
        removed = true;
      } else at += size;
    }
    if (left <= 0) break;
    if (size === 1 && !removed) break;
    size = removed && size === 1 ? 1 : Math.floor(size / 2);
  }
  return kept;
}

/**
 * Shrinks a text: whole lines first, then words, then characters.
 *
 * @param text a text that fails
 * @param fails tells whether a shorter one fails too
 */
export async function shrinkText(text: string, fails: (text: string) => Promise<boolean>): Promise<string> {
  const together = (parts: readonly string[]) => fails(parts.join(''));
  const lines = await shrinkList(text.match(/[^\n]*\n|[^\n]+$/g) ?? [], together);
  const words = await shrinkList(lines.join('').match(/\s+|[^\s,]+|,/g) ?? [], together);
  const characters = await shrinkList([...words.join('')], together);
  return characters.join('');
}
