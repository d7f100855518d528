"""Asks Patroni, and the YAML library that it reads with. One question a line of the standard input, an answer a line of the output.

{"scalar": text}: the plain scalar as Python would write what PyYAML makes of it, or null.
{"configuration": text}: what Patroni's own code writes into postgresql.conf and pg_hba.conf for a new cluster of this file.

Patroni's classes do the work; nothing is started but `postgres --describe-config` of the major in the environment variable
MAJOR. PYTHONPATH may name another release of Patroni than that of the system.
"""
import json
import logging
import os
import sys
import tempfile
from unittest.mock import MagicMock

import yaml
from patroni.config import Config
from patroni.postgresql.config import ConfigHandler

logging.disable(logging.CRITICAL)
major = int(os.environ.get('MAJOR', '15'))
programs = '/usr/lib/postgresql/%d/bin' % major


def scalar(text):
    try:
        value = yaml.safe_load('key: ' + text + '\n')['key']
    except Exception:
        return {'refused': True}
    if isinstance(value, (dict, list)):
        return {'refused': True}
    return {'text': None if value is None else str(value)}


def configuration(text):
    with tempfile.TemporaryDirectory() as folder:
        name = os.path.join(folder, 'patroni.yml')
        with open(name, 'w', encoding='utf-8') as file:
            file.write(text)
        config = Config(name, validator=None)
        cluster = (yaml.safe_load(text).get('bootstrap') or {}).get('dcs') or {}
        config.set_dynamic_configuration(cluster)
        own = dict(config['postgresql'], data_dir=folder)
        own.setdefault('listen', '127.0.0.1:5432')
        server = MagicMock()
        server.configure_mock(data_dir=folder, major_version=major * 10000, scope=config.get('scope'), state='stopped')
        server.pgcommand = lambda command: os.path.join(programs, command)
        server.enforce_hot_standby_feedback = False
        server.bootstrap.running_custom_bootstrap = False
        handler = ConfigHandler(server, own)
        handler.setup_server_parameters()
        with open(os.path.join(folder, 'postgresql.conf'), 'w', encoding='utf-8'):
            pass
        handler.write_postgresql_conf()
        handler.replace_pg_hba()
        return {'conf': read(folder, 'postgresql.conf'), 'hba': read(folder, 'pg_hba.conf')}


def read(folder, name):
    path = os.path.join(folder, name)
    if not os.path.exists(path):
        return None
    with open(path, encoding='utf-8') as file:
        return file.read().replace(folder, '/data')


for line in sys.stdin:
    question = json.loads(line)
    if 'scalar' in question:
        answer = scalar(question['scalar'])
    else:
        try:
            answer = configuration(question['configuration'])
        except Exception as error:
            answer = {'refused': str(error)}
    print(json.dumps(answer))
