import { X509Certificate } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { readValidity } from '../../src/values/certificate.js';
import { certificates } from '../fixtures/certificates.js';

describe('the validity of certificates', () => {
  test.each(Object.entries(certificates))('%s: as Node’s own reader says', (_, text) => {
    const { validFrom, validTo } = new X509Certificate(text);
    expect(readValidity(text)).toEqual({ notBefore: new Date(validFrom), notAfter: new Date(validTo) });
  });

  test('the first certificate of a chain counts, whatever stands around it', () => {
    const chain = `Bag Attributes\r\n${certificates.soon.replaceAll('\n', '\r\n')}${certificates.holds}`;
    expect(readValidity(chain)).toEqual(readValidity(certificates.soon));
  });

  test('what is no certificate gives nothing', () => {
    const [, body] = /-----\n([^-]*)/.exec(certificates.holds)!;
    const wrapped = (text: string) => `-----BEGIN CERTIFICATE-----\n${text}\n-----END CERTIFICATE-----\n`;
    expect(readValidity('')).toBeUndefined();
    expect(readValidity(wrapped('AAAA'))).toBeUndefined();
    for (let length = 4; length < 200; length += 4) {
      expect(readValidity(wrapped(body!.replaceAll('\n', '').slice(0, length)))).toBeUndefined();
    }
  });
});
