/** Lists of ciphers, as OpenSSL reads them. */
export {
  type CipherSuite,
  cipherWords,
  isA,
  readCipherList,
  type UnknownWord,
  usableSuites,
} from '../../values/cipher-list.js';
