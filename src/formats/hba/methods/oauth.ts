/** The options of the method oauth, 18 and later (hba.c and auth-oauth.c, check_oauth_validator). */

import { splitPaths } from '../../../values/lists/split.js';
import { refusal } from '../../lines/reading-error.js';
import type { PlacedToken, ReadingError } from '../../types.js';
import type { RecordReading } from '../record-reading.js';

const parameter = 'oauth_validator_libraries';

/** Checks that an oauth record has what it needs, and finds its validator. */
export function checkOauth(reading: RecordReading): ReadingError | undefined {
  const { record } = reading;
  const token = record.methodToken!;
  const has = (name: string) => record.options.some((option) => option.name === name);
  if (!has('scope'))
    return refusal(token, 'oauth-without-scope', 'oauth needs scope, the scopes that a token must have.');
  if (!has('issuer')) return refusal(token, 'oauth-without-issuer', 'oauth needs issuer, the URL of the token issuer.');
  const error = checkValidator(reading, token);
  // What files do not tell for certain does not hide what they do.
  if (error !== undefined && error.assumes === undefined) return error;
  const delegate = record.options.findLast((option) => option.name === 'delegate_ident_mapping');
  if (delegate?.value === '1' && has('map')) {
    return refusal(token, 'map-with-delegation', 'map and delegate_ident_mapping=1 exclude each other.');
  }
  return error;
}

function checkValidator(reading: RecordReading, token: PlacedToken): ReadingError | undefined {
  const { record, context } = reading;
  // The server's check starts by forgetting what it remarked on before (an ssl that is off).
  reading.remark = undefined;
  const setting = context.configuration.get(parameter);
  const text = setting.value ?? '';
  if (text === '') {
    const message = `oauth needs ${parameter}, and no file sets it.`;
    const error = refusal(token, 'oauth-without-libraries', message);
    return context.configuration.main === undefined ? { ...error, assumes: parameter } : error;
  }
  const libraries = splitPaths(text, context.target);
  if (libraries === undefined || libraries.length === 0) {
    return refusal(token, 'invalid-oauth-libraries', `${parameter} is not a list of libraries: "${text}".`);
  }
  const validator = record.options.findLast((option) => option.name === 'validator');
  if (validator === undefined) {
    if (libraries.length === 1) {
      record.implied = [{ name: 'validator', value: libraries[0]! }];
      return undefined;
    }
    const message = `validator must say which of the ${libraries.length} libraries of ${parameter} checks the tokens.`;
    return refusal(token, 'oauth-without-validator', message);
  }
  if (libraries.includes(validator.value)) return undefined;
  return refusal(validator.token, 'unknown-validator', `"${validator.value}" is not one of ${parameter} (${text}).`);
}
