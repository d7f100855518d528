#!/usr/bin/env node
import { run, unexpected } from './run.js';
import { processTerminal } from './terminal.js';

// A reader that stops early (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode);
  throw error;
});
// What throws while nobody waits for it, a timer of a plugin for instance, ends the run as any other failure.
process.on('uncaughtException', (error) => {
  process.stderr.write(unexpected(error, process.env['PGCONFLINT_DEBUG']));
  process.exit(2);
});
process.exitCode = await run(process.argv.slice(2), processTerminal());
