/**
 * The paths in a git index, relative to the top of the work tree (gitformat-index(5), versions 2 to 4).
 *
 * @param bytes the file `index` of a git folder, or a shared index
 * @param hashLength 20, or 32 in a repository whose objects are named by SHA-256
 * @returns the paths of files, and the name of the shared index where the index is split; undefined for anything else
 */
export function readGitIndex(
  bytes: Uint8Array,
  hashLength: 20 | 32,
): { paths: string[]; shared: string | undefined } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = new TextDecoder();
  if (bytes.length < 12 + hashLength || decoder.decode(bytes.subarray(0, 4)) !== 'DIRC') return undefined;
  const version = view.getUint32(4);
  if (version < 2 || version > 4) return undefined;
  const paths: string[] = [];
  let at = 12;
  let previous: Uint8Array = new Uint8Array();
  for (let left = view.getUint32(8); left > 0; left--) {
    const flagsAt = at + fixedBytes + hashLength;
    if (flagsAt + 4 > bytes.length) return undefined;
    const isExtended = (view.getUint16(flagsAt) & 0x4000) !== 0;
    let nameAt = flagsAt + (isExtended ? 4 : 2);
    let kept = 0;
    if (version === 4) {
      const taken = readOffset(bytes, nameAt);
      kept = previous.length - taken.value;
      nameAt = taken.end;
    }
    const end = bytes.indexOf(0, nameAt);
    if (end === -1 || kept < 0) return undefined;
    const name = new Uint8Array(kept + end - nameAt);
    name.set(previous.subarray(0, kept));
    name.set(bytes.subarray(nameAt, end), kept);
    // A regular file or a link; neither a submodule nor a folder that a sparse index leaves whole.
    const type = view.getUint32(at + modeAt) >> 12;
    if ((type === 0o10 || type === 0o12) && name.length > 0) paths.push(decoder.decode(name));
    previous = name;
    at = version === 4 ? end + 1 : at + ((end - at + 8) & ~7);
  }
  return { paths, shared: sharedIndex(bytes, at, hashLength) };
}

/** Times, device and the like stand before the object's name; the mode is among them. */
const fixedBytes = 40;
const modeAt = 24;

/** The variable width number with which version 4 tells how much of the name before is dropped (varint.c, decode_varint). */
function readOffset(bytes: Uint8Array, start: number): { value: number; end: number } {
  let at = start;
  let value = bytes[at]! & 0x7f;
  while ((bytes[at]! & 0x80) !== 0 && at + 1 < bytes.length) {
    at++;
    value = ((value + 1) << 7) | (bytes[at]! & 0x7f);
  }
  return { value, end: at + 1 };
}

/** The extension `link`: the rest of the entries stand in another file. */
function sharedIndex(bytes: Uint8Array, start: number, hashLength: number): string | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = start; at + 8 <= bytes.length - hashLength; at += 8 + view.getUint32(at + 4)) {
    if (new TextDecoder().decode(bytes.subarray(at, at + 4)) !== 'link') continue;
    const hash = [...bytes.subarray(at + 8, at + 8 + hashLength)];
    return `sharedindex.${hash.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  }
  return undefined;
}
