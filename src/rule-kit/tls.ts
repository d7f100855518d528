/** Certificates, cipher lists and the names that OpenSSL has for what TLS uses. */
export { curveNames, groupNames, isFormerCipherWord, tls13Suites } from '../catalog/tls-names.js';
export { readValidity } from '../values/certificate.js';
export {
  type CipherSuite,
  cipherWords,
  isA,
  readCipherList,
  type UnknownWord,
  usableSuites,
} from '../values/cipher-list.js';
