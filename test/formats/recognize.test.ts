import { describe, expect, test } from '@jest/globals';
import { kindByContent, kindByName } from '../../src/formats/recognize.js';

test.each([
  ['pg_hba.conf', 'hba'],
  ['/etc/postgresql/18/main/pg_hba.prod.conf', 'hba'],
  ['pg_hba.conf.sample', 'hba'],
  ['C:\\data\\pg_ident.conf', 'ident'],
  ['pg_hosts.conf', 'hosts'],
  ['postgresql.conf', 'conf'],
  ['a/postgresql.base.conf', 'conf'],
  ['postgresql.auto.conf', 'conf'],
  ['postgresql.conf.sample', 'conf'],
  ['postgresql.conf.j2', 'conf'],
  ['pg_hba.conf.erb', 'hba'],
  ['pgbouncer.conf', undefined],
  ['my.cnf', undefined],
  ['pg_hba/other.txt', undefined],
])('the name %s says %s', (path, kind) => {
  expect(kindByName(path)).toBe(kind);
});

describe('the content', () => {
  test.each([
    ["# c\nwork_mem = 4MB\nlog_destination 'stderr'\nssl on\n", 'conf'],
    ['\ufeff\nlocal all all trust\nhost all all 0.0.0.0/0 md5\n', 'hba'],
    ['hostssl\tall all samenet scram-sha-256', 'hba'],
    ['m joe joe\nm /^(.*)@x$ \\1\n', 'ident'],
    ['example.org server.crt server.key\n* a.pem b.key ca.pem\n', 'hosts'],
    ['# TYPE  DATABASE  USER  ADDRESS  METHOD\n', 'hba'],
    ['@remove-line-for-nolocal@local all all @authmethodlocal@\n@authcomment@\n', 'hba'],
    ['# MAPNAME  SYSTEM-USERNAME  PG-USERNAME\n\n', 'ident'],
    ["# A comment\n#port = 5432\t# (change requires restart)\n#ssl = off\n#log_destination = 'stderr'\n", 'conf'],
    ['include x\n', undefined],
    ['#!/bin/sh\nPGDATA=/data\nexport PGDATA\n', undefined],
    ['resource "x" "y" {\n  name = "a"\n  size = 3\n}\n', undefined],
    ['', undefined],
    ['# only a comment\n', undefined],
    ['<?xml version="1.0" encoding="utf-8" ?>\n<a>\n <b/>\n', undefined],
    ['{\n  "a": 1\n}\n', undefined],
    ['Some prose about a server that has more words than that.\nAnd more of it here.\n', undefined],
  ])('%j is %s', (text, kind) => {
    expect(kindByContent(text)).toBe(kind);
  });
});
