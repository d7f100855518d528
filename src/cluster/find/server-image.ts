import { type NamedVersion, readVersion, versionPattern } from './versions.js';

const serverImage =
  /(?:^|\/)(?:postgres|postgresql|postgis|timescaledb(?:-ha)?|pgvector|citus|spilo)[^/:]*:(?<tag>.+)$/i;
const tagVersion = new RegExp(String.raw`(?:^|[{:-])(?:pg)?(${versionPattern})(?=[-.}\w]|$)`);
const tagMajor = /pg-?(1\d)(?!\d)/;

/** Whether an image is that of a server, as its name tells, whatever its tag. */
export function isServerImage(image: string): boolean {
  return serverImage.test(image.includes(':') ? image : `${image}:latest`);
}

/**
 * The version of the server in a container image, as its name and tag tell it.
 *
 * @param image as a Dockerfile, a Compose file or a manifest writes it: `postgres:16.4-alpine`
 * @returns undefined where it is not a server's, or its tag is not a version
 */
export function serverImageVersion(image: string): NamedVersion | undefined {
  const tag = serverImage.exec(image)?.groups?.['tag'];
  if (tag === undefined) return undefined;
  const isPlain = /(?:^|\/)(?:postgres|postgresql|postgis|pgvector)[^/:]*:/i.test(image);
  const written = tagMajor.exec(tag)?.[1] ?? (isPlain ? tagVersion.exec(tag)?.[1] : undefined);
  return readVersion(written ?? '');
}
