#!/usr/bin/env node
process.stdout.write('pgconflint\n');
