import type { MessageParts } from '../message-parts.js';
import type { Rule } from '../rule.js';
import { RuleTestError } from './checks.js';

/** The most characters of a headline: what a list of problems has room for. */
export const headlineLimit = 60;

/** What a placeholder counts for: names of parameters and roles are about as long, and reports crop what is longer. */
const placeholderLength = 10;

/** The length of a template, each placeholder as long as what usually stands for it. */
export function templateLength(template: string): number {
  return template.replace(/\{[A-Za-z][A-Za-z0-9]*\}/g, 'x'.repeat(placeholderLength)).length;
}

/** @throws RuleTestError where a message in parts has a long headline, or parts that are not written as such */
export function checkMessages({ meta }: Rule): void {
  for (const [id, message] of Object.entries(meta.messages)) if (typeof message !== 'string') checkParts(id, message);
}

function checkParts(id: string, { headline, why, help }: MessageParts): void {
  const length = templateLength(headline);
  if (length > headlineLimit) {
    const rule = `a headline has at most ${headlineLimit} characters, each {placeholder} counted as ${placeholderLength}`;
    throw new RuleTestError(`The headline of “${id}” has ${length} characters; ${rule}.`);
  }
  if (/\.$/.test(headline)) throw new RuleTestError(`The headline of “${id}” ends with a stop; leave it out.`);
  for (const [name, text] of Object.entries({ why, help })) {
    if (text === undefined || text === '' || /[.?!)}]$/.test(text)) continue;
    throw new RuleTestError(`The part ${name} of “${id}” does not end as a sentence does.`);
  }
}
