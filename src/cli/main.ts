#!/usr/bin/env node
import { run, unexpected } from './run.js';
import { processTerminal } from './terminal.js';

// What throws while nobody waits for it, a timer of a plugin for instance, ends the run as any other failure.
process.on('uncaughtException', (error) => {
  process.stderr.write(unexpected(error, process.env['PGCONFLINT_DEBUG']));
  process.exit(2);
});
run(process.argv.slice(2), processTerminal()).then((code) => {
  process.exitCode = code;
});
