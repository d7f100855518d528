/** What a record says of its directory. */
export { ldapSettings } from '../../formats/hba/methods/ldap.js';
