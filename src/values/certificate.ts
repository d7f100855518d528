/** What a certificate file says of its time, without a library: the core also runs where there is no Node. */

/** The time for which a certificate holds. */
export interface Validity {
  notBefore: Date;
  notAfter: Date;
}

/** Tags of DER (X.690) that stand on the way to the validity of a certificate (RFC 5280, section 4.1). */
const tags = { integer: 0x02, utcTime: 0x17, generalizedTime: 0x18, sequence: 0x30, version: 0xa0 };

/**
 * The validity of the first certificate in a PEM file, which is the one that a server presents.
 *
 * @param text the file
 * @returns undefined where there is no certificate, or none that can be read
 */
export function readValidity(text: string): Validity | undefined {
  const body = /-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END /.exec(text)?.[1];
  if (body === undefined) return undefined;
  try {
    const bytes = Uint8Array.from(atob(body.replace(/\s/g, '')), (letter) => letter.charCodeAt(0));
    return validityIn(bytes);
  } catch {
    return undefined;
  }
}

/** One element of DER: its tag, where its content starts and where it ends. */
interface Element {
  tag: number;
  start: number;
  end: number;
}

/** @throws RangeError where the bytes are not DER */
function elementAt(bytes: Uint8Array, at: number): Element {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined) throw new RangeError('the bytes end too early');
  let start = at + 2;
  let length = first;
  if (first >= 0x80) {
    length = 0;
    for (let count = first - 0x80; count > 0; count--) length = length * 256 + (bytes[start++] ?? Number.NaN);
  }
  const end = start + length;
  if (!(end <= bytes.length)) throw new RangeError('the bytes end too early');
  return { tag, start, end };
}

/** Certificate → tbsCertificate → version?, serial number, signature, issuer, validity. */
function validityIn(bytes: Uint8Array): Validity | undefined {
  const signed = elementAt(bytes, elementAt(bytes, 0).start);
  let at = signed.start;
  const next = () => {
    const element = elementAt(bytes, at);
    at = element.end;
    return element;
  };
  let serial = next();
  if (serial.tag === tags.version) serial = next();
  if (serial.tag !== tags.integer) return undefined;
  next();
  next();
  const validity = next();
  if (validity.tag !== tags.sequence) return undefined;
  const from = elementAt(bytes, validity.start);
  const to = elementAt(bytes, from.end);
  const notBefore = timeOf(bytes, from);
  const notAfter = timeOf(bytes, to);
  return notBefore === undefined || notAfter === undefined ? undefined : { notBefore, notAfter };
}

/** `YYMMDDHHMMSSZ`, where 50 and more mean the last century, or `YYYYMMDDHHMMSSZ`. */
function timeOf(bytes: Uint8Array, { tag, start, end }: Element): Date | undefined {
  const text = String.fromCharCode(...bytes.subarray(start, end));
  const short = tag === tags.utcTime ? `${Number(text.slice(0, 2)) >= 50 ? '19' : '20'}${text}` : text;
  if (tag !== tags.utcTime && tag !== tags.generalizedTime) return undefined;
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(short);
  if (parts === null) return undefined;
  const [, year, month, day, hour, minute, second] = parts;
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time.getTime()) ? undefined : time;
}
