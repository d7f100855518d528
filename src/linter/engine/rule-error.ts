/**
 * A rule broke its contract with the engine: it threw, reported outside a file, or offered what its meta does not allow.
 * The message names the rule, so that the person knows what to switch off or whom to tell.
 */
export class RuleError extends Error {
  override name = 'RuleError';
  readonly ruleId: string;

  /**
   * @param ruleId the rule that is to blame
   * @param complaint what it did, a sentence without the rule's name
   * @param cause the exception behind it, where there is one
   */
  constructor(ruleId: string, complaint: string, cause?: unknown) {
    super(`The rule ${ruleId} ${complaint}`, { cause });
    this.ruleId = ruleId;
  }
}
