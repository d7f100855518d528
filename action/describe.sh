#!/usr/bin/env bash
# Writes what the change means (settings, access) into a file: the text of the comment. No token is in reach here: the
# linter reads what a stranger wrote.
set -euo pipefail
command=(node "${GITHUB_ACTION_PATH:?the folder of the action}/dist/cli.js" diff --format markdown)
[ -z "${INPUT_POSTGRES:-}" ] || command+=(--postgres "$INPUT_POSTGRES")
[ "${INPUT_ALLOW_CODE:-false}" != true ] || command+=(--allow-code)
read -r -d '' -a paths <<<"${INPUT_PATHS:-.}" || true
{
  echo '<!-- pgconflint -->'
  "${command[@]}" "${BASE_SHA:?the commit to compare with}" HEAD -- "${paths[@]}"
} >"${COMMENT_FILE:?where the text goes}"
