/** The names that OpenSSL has for what TLS uses. */
export { curveNames, groupNames, isFormerCipherWord, tls13Suites } from '../../catalog/tls-names.js';
