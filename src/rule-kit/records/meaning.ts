/** What records mean, however they are written. */
export { type Budget, budgetFor } from '../../access/budget.js';
export type { Covered } from '../../access/coverage.js';
export { matchesExpression } from '../../access/names.js';
export { addressKey, isSameAddress, listKey, matchKey, methodKey } from '../../access/record-meaning.js';
export { ldapSettings } from '../../formats/hba/methods/ldap.js';
export { demandedCertificate } from '../../cluster/views/view-options.js';
export { checkRegularExpression } from '../../syntax/regular-expression.js';
