/**
 * Suites that only builds with old algorithms have (`enable-weak-ssl-ciphers`, `enable-seed`, `enable-idea`), with the words
 * that mean them: ssl/s3_lib.c of OpenSSL 1.1.1 to 3.0. Those with SEED were compared with a build of 1.1.1.
 */
export interface OldSuite {
  name: string;
  words: string[];
  /** The highest security level at which a server agrees on it; -1 for pre-shared keys and SRP, which PostgreSQL has not. */
  highestLevel: number;
}

const keyExchange: Readonly<Record<string, readonly string[]>> = {
  RSA: ['kRSA', 'RSA', 'aRSA'],
  'DHE-RSA': ['kDHE', 'kEDH', 'DH', 'DHE', 'EDH', 'aRSA'],
  'DHE-DSS': ['kDHE', 'kEDH', 'DH', 'DHE', 'EDH', 'aDSS', 'DSS'],
  ADH: ['kDHE', 'kEDH', 'DH', 'ADH', 'aNULL'],
  'ECDHE-RSA': ['kECDHE', 'kEECDH', 'ECDH', 'ECDHE', 'EECDH', 'aRSA'],
  'ECDHE-ECDSA': ['kECDHE', 'kEECDH', 'ECDH', 'ECDHE', 'EECDH', 'aECDSA', 'ECDSA'],
  AECDH: ['kECDHE', 'kEECDH', 'ECDH', 'AECDH', 'aNULL'],
  PSK: ['kPSK', 'PSK', 'aPSK'],
  'RSA-PSK': ['kRSAPSK', 'PSK', 'aRSA'],
  'DHE-PSK': ['kDHEPSK', 'PSK', 'aPSK'],
  'ECDHE-PSK': ['kECDHEPSK', 'PSK', 'aPSK'],
  SRP: ['kSRP', 'SRP', 'aSRP'],
  'SRP-RSA': ['kSRP', 'SRP', 'aRSA'],
  'SRP-DSS': ['kSRP', 'SRP', 'aDSS', 'DSS'],
};

const encryption: Readonly<Record<string, readonly string[]>> = {
  '3DES': ['3DES', 'CBC', 'FIPS'],
  RC4: ['RC4'],
  IDEA: ['IDEA', 'CBC'],
  SEED: ['SEED', 'CBC'],
};

/** Name, key exchange with authentication, encryption, least protocol; the code for messages is SHA1 unless the name ends in MD5. */
const suites: readonly (readonly [string, string, string, 'SSLv3' | 'TLSv1'])[] = [
  ['DES-CBC3-SHA', 'RSA', '3DES', 'SSLv3'],
  ['DHE-DSS-DES-CBC3-SHA', 'DHE-DSS', '3DES', 'SSLv3'],
  ['DHE-RSA-DES-CBC3-SHA', 'DHE-RSA', '3DES', 'SSLv3'],
  ['ADH-DES-CBC3-SHA', 'ADH', '3DES', 'SSLv3'],
  ['ECDHE-ECDSA-DES-CBC3-SHA', 'ECDHE-ECDSA', '3DES', 'TLSv1'],
  ['ECDHE-RSA-DES-CBC3-SHA', 'ECDHE-RSA', '3DES', 'TLSv1'],
  ['AECDH-DES-CBC3-SHA', 'AECDH', '3DES', 'TLSv1'],
  ['PSK-3DES-EDE-CBC-SHA', 'PSK', '3DES', 'SSLv3'],
  ['RSA-PSK-3DES-EDE-CBC-SHA', 'RSA-PSK', '3DES', 'SSLv3'],
  ['DHE-PSK-3DES-EDE-CBC-SHA', 'DHE-PSK', '3DES', 'SSLv3'],
  ['ECDHE-PSK-3DES-EDE-CBC-SHA', 'ECDHE-PSK', '3DES', 'TLSv1'],
  ['SRP-3DES-EDE-CBC-SHA', 'SRP', '3DES', 'SSLv3'],
  ['SRP-RSA-3DES-EDE-CBC-SHA', 'SRP-RSA', '3DES', 'SSLv3'],
  ['SRP-DSS-3DES-EDE-CBC-SHA', 'SRP-DSS', '3DES', 'SSLv3'],
  ['RC4-MD5', 'RSA', 'RC4', 'SSLv3'],
  ['RC4-SHA', 'RSA', 'RC4', 'SSLv3'],
  ['ADH-RC4-MD5', 'ADH', 'RC4', 'SSLv3'],
  ['ECDHE-ECDSA-RC4-SHA', 'ECDHE-ECDSA', 'RC4', 'TLSv1'],
  ['ECDHE-RSA-RC4-SHA', 'ECDHE-RSA', 'RC4', 'TLSv1'],
  ['AECDH-RC4-SHA', 'AECDH', 'RC4', 'TLSv1'],
  ['PSK-RC4-SHA', 'PSK', 'RC4', 'SSLv3'],
  ['RSA-PSK-RC4-SHA', 'RSA-PSK', 'RC4', 'SSLv3'],
  ['DHE-PSK-RC4-SHA', 'DHE-PSK', 'RC4', 'SSLv3'],
  ['ECDHE-PSK-RC4-SHA', 'ECDHE-PSK', 'RC4', 'TLSv1'],
  ['IDEA-CBC-SHA', 'RSA', 'IDEA', 'SSLv3'],
  ['SEED-SHA', 'RSA', 'SEED', 'SSLv3'],
  ['DHE-RSA-SEED-SHA', 'DHE-RSA', 'SEED', 'SSLv3'],
  ['DHE-DSS-SEED-SHA', 'DHE-DSS', 'SEED', 'SSLv3'],
  ['ADH-SEED-SHA', 'ADH', 'SEED', 'SSLv3'],
];

/** OpenSSL's default security callback (ssl_cert.c): no anonymous suites and no MD5 from 1 on, no RC4 from 2, 128 bits and (EC)DHE from 3. */
function highestLevel(name: string, exchange: string, cipher: string): number {
  if (/PSK|SRP/.test(exchange)) return -1;
  if (name.startsWith('A') || name.endsWith('MD5')) return 0;
  if (cipher === 'RC4') return 1;
  return cipher === 'SEED' && exchange.startsWith('DHE') ? 3 : 2;
}

/** All of them are of medium strength, and none is in OpenSSL's default list. */
export const oldSuites: readonly OldSuite[] = suites.map(([name, exchange, cipher, protocol]) => ({
  name,
  words: [
    ...['ALL', 'COMPLEMENTOFDEFAULT', 'MEDIUM'],
    ...keyExchange[exchange]!,
    ...encryption[cipher]!,
    ...(name.endsWith('MD5') ? ['MD5'] : ['SHA1', 'SHA']),
    ...(protocol === 'TLSv1' ? ['TLSv1', 'TLSv1.0'] : ['SSLv3']),
  ],
  highestLevel: highestLevel(name, exchange, cipher),
}));
