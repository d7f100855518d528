#!/usr/bin/env bash
# Builds the command from the action's own checkout, so that the action's version is the linter's version.
set -euo pipefail
cd "${GITHUB_ACTION_PATH:?the folder of the action}"
if [ ! -f dist/cli.js ]; then
  npm ci --ignore-scripts --no-audit --no-fund
  npm run build
fi
