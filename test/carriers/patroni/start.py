"""Starts Patroni for each configuration of the standard input, and prints what lies in the data folder then, a line each.

{"configuration": text} -> {"conf", "hba", "ident": the files, "options": the server's command line} or {"refused": why}.

A real server is made by initdb and started by Patroni, which keeps its state by Raft alone (python3-pysyncobj). Nothing of
the configuration is changed: the folders, the addresses and the users come from variables of the environment. Run it as a
person who may start PostgreSQL 15. PYTHONPATH may name another release of Patroni than that of the system.
"""
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

programs = '/usr/lib/postgresql/15/bin'
patience = 40


def environment(folder, number):
    port = 20000 + number * 3
    raft = '127.0.0.1:%d' % (port + 1)
    told = {
        'PATRONI_NAME': 'one',
        'PATRONI_RAFT_SELF_ADDR': raft,
        'PATRONI_RAFT_DATA_DIR': folder + '/raft',
        'PATRONI_RESTAPI_LISTEN': '127.0.0.1:%d' % (port + 2),
        'PATRONI_RESTAPI_CONNECT_ADDRESS': '127.0.0.1:%d' % (port + 2),
        'PATRONI_POSTGRESQL_LISTEN': '127.0.0.1:%d' % port,
        'PATRONI_POSTGRESQL_CONNECT_ADDRESS': '127.0.0.1:%d' % port,
        'PATRONI_POSTGRESQL_DATA_DIR': folder + '/data',
        'PATRONI_POSTGRESQL_BIN_DIR': programs,
        'PATRONI_SUPERUSER_USERNAME': 'postgres',
        'PATRONI_SUPERUSER_PASSWORD': 'secret',
        'PATRONI_REPLICATION_USERNAME': 'replicator',
        'PATRONI_REPLICATION_PASSWORD': 'secret',
    }
    return dict(os.environ, **told)


def started(folder):
    try:
        with open(folder + '/data/postmaster.pid', encoding='utf-8') as file:
            return file.read().splitlines()[7].strip() == 'ready'
    except (OSError, IndexError):
        return False


def read(folder, name):
    path = '%s/data/%s' % (folder, name)
    if not os.path.exists(path):
        return None
    with open(path, encoding='utf-8') as file:
        return file.read().replace(folder, '/patroni')


def stop(folder, patroni):
    patroni.send_signal(signal.SIGINT)
    try:
        patroni.wait(20)
    except subprocess.TimeoutExpired:
        patroni.kill()
    subprocess.run([programs + '/pg_ctl', 'stop', '-m', 'immediate', '-D', folder + '/data'], capture_output=True)


def answer(text, number):
    folder = tempfile.mkdtemp()
    try:
        with open(folder + '/patroni.yml', 'w', encoding='utf-8') as file:
            file.write(text)
        log = open(folder + '/log', 'w', encoding='utf-8')
        patroni = subprocess.Popen(
            ['/usr/bin/python3', '-m', 'patroni', folder + '/patroni.yml'],
            env=environment(folder, number), stdout=log, stderr=log, cwd=folder)
        end = time.time() + patience
        while time.time() < end and patroni.poll() is None and not started(folder):
            time.sleep(0.3)
        # After the start the lists of the configuration take the place of what initdb has made.
        time.sleep(1.5)
        found = {'conf': read(folder, 'postgresql.conf'), 'hba': read(folder, 'pg_hba.conf'),
                 'ident': read(folder, 'pg_ident.conf'), 'options': read(folder, 'postmaster.opts')}
        isUp = started(folder)
        stop(folder, patroni)
        if isUp:
            return found
        with open(folder + '/log', encoding='utf-8') as file:
            return {'refused': file.read().splitlines()[-5:]}
    finally:
        shutil.rmtree(folder, ignore_errors=True)


for number, line in enumerate(sys.stdin):
    print(json.dumps(answer(json.loads(line)['configuration'], number)), flush=True)
