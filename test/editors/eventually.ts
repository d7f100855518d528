/**
 * Asks again and again until the answer fits.
 *
 * @param ask what fails counts as an answer that does not fit
 * @param milliseconds how long at most
 * @returns the first answer that fits
 * @throws Error with the last answer where none does
 */
export async function eventually<T>(
  ask: () => Promise<T>,
  fits: (answer: T) => boolean,
  milliseconds = 10_000,
): Promise<T> {
  const end = Date.now() + milliseconds;
  let last: unknown = 'nothing';
  while (Date.now() < end) {
    try {
      const answer = await ask();
      if (fits(answer)) return answer;
      last = answer;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(
    `Waited ${milliseconds} ms in vain; at last: ${last instanceof Error ? last.message : JSON.stringify(last)}`,
  );
}
