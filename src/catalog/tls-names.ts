/** Names that settings about TLS may hold, whatever OpenSSL has brought them: what is not here, no build knows. */

/** The suites of TLS 1.3 (RFC 8446, appendix B.4), and those of RFC 9150 that OpenSSL 3.4 has. */
export const tls13Suites: readonly string[] = [
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'TLS_AES_128_GCM_SHA256',
  'TLS_AES_128_CCM_SHA256',
  'TLS_AES_128_CCM_8_SHA256',
  'TLS_SHA256_SHA256',
  'TLS_SHA384_SHA384',
];

/**
 * Words of cipher lists that OpenSSL 1.1.0 and later have no more and pass over (ciphers(1) of 1.0.2), and those of
 * LibreSSL: they stand in lists that are older than the server, and do no harm there.
 */
const formerWords = new Set(
  [
    'EXP EXPORT EXPORT40 EXPORT56 LOW DES kDH kDHr kDHd aDH kECDH kECDHr kECDHe aECDH kKRB5 KRB5 aKRB5 kFZA aFZA eFZA FZA',
    'SSLv2 TLSv1.1 TLSv1.3 DTLSv1 DTLSv1.0 DTLSv1.2 SUITEB128 SUITEB128ONLY SUITEB192 SUITEB128C2 STREEBOG256',
    'DES-CBC-SHA DES-CBC-MD5 DES-CBC3-MD5 RC2-CBC-MD5 RC4-64-MD5 IDEA-CBC-MD5 DES-CFB-M1 DHE-DSS-RC4-SHA',
    'EDH-RSA-DES-CBC-SHA EDH-DSS-DES-CBC-SHA EDH-RSA-DES-CBC3-SHA EDH-DSS-DES-CBC3-SHA ADH-DES-CBC-SHA',
    'GOST94-GOST89-GOST89 GOST2001-GOST89-GOST89 GOST94-NULL-GOST94 GOST2001-NULL-GOST94',
    'GOST2012-MAGMA-MAGMAOMAC GOST2012-KUZNYECHIK-KUZNYECHIKOMAC GOST2012-NULL-GOST12 GOST2012-GOST8912-IANA MAGMA KUZNYECHIK',
  ].flatMap((line) => line.split(' ')),
);

/**
 * Whether some OpenSSL or LibreSSL knew, or knows, a word of a cipher list that the present ones pass over.
 *
 * @param word as written; letter case counts
 * @param knows whether the table of suites has a name
 */
export function isFormerCipherWord(word: string, knows: (name: string) => boolean): boolean {
  if (formerWords.has(word) || /^(?:EXP|EXP1024|KRB5|FZA|AEAD)-|-OLD$/.test(word)) return true;
  // Static Diffie-Hellman, gone since 1.1.0, has the names of the ephemeral kind without the E.
  const [, family, rest] = /^(DH|ECDH)-((?:RSA|DSS|ECDSA)-.*)$/.exec(word) ?? [];
  return family !== undefined && (knows(`${family}E-${rest}`) || /-(?:SEED|DES-CBC|RC4|NULL)-?.*SHA$/.test(word));
}

const curves = [
  'secp112r1 secp112r2 secp128r1 secp128r2 secp160k1 secp160r1 secp160r2 secp192k1 secp224k1 secp224r1 secp256k1 secp384r1',
  'secp521r1 prime192v1 prime192v2 prime192v3 prime239v1 prime239v2 prime239v3 prime256v1 sect113r1 sect113r2 sect131r1',
  'sect131r2 sect163k1 sect163r1 sect163r2 sect193r1 sect193r2 sect233k1 sect233r1 sect239k1 sect283k1 sect283r1 sect409k1',
  'sect409r1 sect571k1 sect571r1 c2pnb163v1 c2pnb163v2 c2pnb163v3 c2pnb176v1 c2tnb191v1 c2tnb191v2 c2tnb191v3 c2pnb208w1',
  'c2tnb239v1 c2tnb239v2 c2tnb239v3 c2pnb272w1 c2pnb304w1 c2tnb359v1 c2pnb368w1 c2tnb431r1 wap-wsg-idm-ecid-wtls1',
  'wap-wsg-idm-ecid-wtls3 wap-wsg-idm-ecid-wtls4 wap-wsg-idm-ecid-wtls5 wap-wsg-idm-ecid-wtls6 wap-wsg-idm-ecid-wtls7',
  'wap-wsg-idm-ecid-wtls8 wap-wsg-idm-ecid-wtls9 wap-wsg-idm-ecid-wtls10 wap-wsg-idm-ecid-wtls11 wap-wsg-idm-ecid-wtls12',
  'Oakley-EC2N-3 Oakley-EC2N-4 brainpoolP160r1 brainpoolP160t1 brainpoolP192r1 brainpoolP192t1 brainpoolP224r1',
  'brainpoolP224t1 brainpoolP256r1 brainpoolP256t1 brainpoolP320r1 brainpoolP320t1 brainpoolP384r1 brainpoolP384t1',
  'brainpoolP512r1 brainpoolP512t1 SM2',
].flatMap((line) => line.split(' '));

/** The curves that `ssl_ecdh_curve` takes up to 17: those of `openssl ecparam -list_curves` (3.0); others have no key there. */
export const curveNames: readonly string[] = curves;

/** The groups that `ssl_groups` takes from 18 on, by OpenSSL 1.1.1 to 3.5 (SSL_CTX_set1_groups_list). */
export const groupNames: readonly string[] = [
  ...curves.filter((name) =>
    /^(?:secp(?:1[69]|2|3|5)|sect(?:1[69]|2|4|5)|prime192v1|prime256v1|brainpoolP(?:256|384|512)r1)/.test(name),
  ),
  ...'secp192r1 secp256r1 P-192 P-224 P-256 P-384 P-521 K-163 K-233 K-283 K-409 K-571 B-163 B-233 B-283 B-409 B-571'.split(
    ' ',
  ),
  ...'X25519 X448 ffdhe2048 ffdhe3072 ffdhe4096 ffdhe6144 ffdhe8192 brainpoolP256r1tls13 brainpoolP384r1tls13'.split(
    ' ',
  ),
  ...'brainpoolP512r1tls13 MLKEM512 MLKEM768 MLKEM1024 X25519MLKEM768 SecP256r1MLKEM768 SecP384r1MLKEM1024 curveSM2'.split(
    ' ',
  ),
  ...'curveSM2MLKEM768 GC256A GC256B GC256C GC256D GC512A GC512B GC512C DEFAULT'.split(' '),
];
