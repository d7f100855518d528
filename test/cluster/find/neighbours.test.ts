import { describe, expect, test } from '@jest/globals';
import { carriers } from '../../../src/carriers/index.js';
import { neighboursOf, readNeighbours } from '../../../src/cluster/find/neighbours.js';
import { MemoryFileSystem } from '../../../src/files/memory-file-system.js';
import { createFileReader } from '../../../src/formats/file-reader.js';

const read = (text: string, name = 'compose.yml') => readNeighbours([{ name, text }]);

describe('the version', () => {
  test.each<[string, string, unknown]>([
    ['an image', 'services:\n  db:\n    image: postgres:17.4\n', { major: 17 }],
    ['an image of before 10', '    image: "postgres:9.6-alpine"\n', { old: '9.6' }],
    ['an image in a registry', 'image: ghcr.io/org/postgres:16-bookworm\n', { major: 16 }],
    ['PostGIS', 'image: postgis/postgis:15-3.3\n', { major: 15 }],
    ['TimescaleDB', 'image: timescale/timescaledb:2.11.0-pg14\n', { major: 14 }],
    ['a default of a variable', 'image: postgres:${PG:-16}\n', { major: 16 }],
    ['the newest', 'image: postgres:latest\n', undefined],
    ['another image', 'image: redis:12\n', undefined],
    ['Dockerfile', 'FROM --platform=linux/amd64 postgres:13 AS base\n', { major: 13 }],
    ['a variable', 'ENV PG_MAJOR 15\n', { major: 15 }],
    ['a variable with an old version', 'ENV PG_VERSION=9.4.5\n', { old: '9.4' }],
    ['a package', 'RUN apt-get install -y postgresql-14\n', { major: 14 }],
    ['two', 'image: postgres:14\n---\nimage: postgres:15\n', undefined],
  ])('%s', (_, text, version) => expect(read(text).version).toEqual(version));
});

test('what the command line sets', () => {
  const list = 'command:\n  - postgres\n  - -c\n  - log_connections=on\n  - "-c"\n  - \'log_line_prefix=%m \'\n';
  expect(read(list).commandLine).toEqual({ log_connections: 'on', log_line_prefix: '%m ' });
  const line = `command: postgres -c listen_addresses='*' -c Max_Connections=200\n`;
  expect(read(line).commandLine).toEqual({ listen_addresses: '*', max_connections: '200' });
  const json = 'CMD ["postgres", "-c", "ssl=on"]\n';
  expect(read(json, 'Dockerfile').commandLine).toEqual({ ssl: 'on' });
});

describe('which files count', () => {
  const reader = (files: Record<string, string>) =>
    createFileReader(new MemoryFileSystem(files), 18, { workspace: ['/ws'] });
  const compose = 'image: postgres:16\nvolumes: [./db/postgresql.conf:/etc/postgresql.conf]\n';

  test('those beside it', () => {
    expect(neighboursOf('/ws/db/postgresql.conf', reader({ '/ws/db/Dockerfile': 'FROM postgres:15\n' }))).toEqual({
      version: { major: 15 },
      source: 'Dockerfile',
      isContainer: true,
      commandLine: {},
    });
  });

  test('those above it that name it', () => {
    const files = { '/ws/docker-compose.yml': compose, '/ws/db/postgresql.conf': '' };
    expect(neighboursOf('/ws/db/postgresql.conf', reader(files)).version).toEqual({ major: 16 });
    const other = { '/ws/docker-compose.yml': 'image: postgres:16\n', '/ws/db/postgresql.conf': '' };
    expect(neighboursOf('/ws/db/postgresql.conf', reader(other)).isContainer).toBe(false);
  });

  test('none outside the workspace', () => {
    const files = { '/docker-compose.yml': compose, '/ws/db/postgresql.conf': '' };
    expect(neighboursOf('/ws/db/postgresql.conf', reader(files)).isContainer).toBe(false);
  });
});

describe('a Compose file with several servers', () => {
  const compose = `services:
  old:
    image: postgres:14
    command: postgres -c log_connections=on -c ssl=\${SSL:-on}
    volumes: [./old/postgresql.conf:/etc/postgresql/postgresql.conf]
  new:
    image: postgres:17
    command: [-c, "log_connections=off"]
    volumes:
      - type: bind
        source: ./new
        target: /etc/postgresql
  app:
    image: app
    command: run -c log_connections=all
`;
  const files = { '/ws/compose.yaml': compose, '/ws/old/postgresql.conf': '', '/ws/new/postgresql.conf': '' };
  const reader = createFileReader(new MemoryFileSystem(files), 18, { workspace: ['/ws'], carriers });

  test.each([
    ['old', 14, { log_connections: 'on', ssl: 'on' }],
    ['new', 17, { log_connections: 'off' }],
  ])('%s has what the service that mounts it says', (folder, major, commandLine) => {
    expect(neighboursOf(`/ws/${folder}/postgresql.conf`, reader)).toMatchObject({
      version: { major },
      source: 'compose.yaml',
      commandLine,
    });
  });
});
