#!/usr/bin/env bash
# Writes what the change means (settings, access) into a file: the text of the comment. No token is in reach here: the
# linter reads what a stranger wrote. Exits 0 where the change was compared: whether it may pass is an output, so that the comment
# still says why not.
set -euo pipefail
command=(node "${GITHUB_ACTION_PATH:?the folder of the action}/dist/cli.js" diff --format markdown)
[ -z "${INPUT_POSTGRES:-}" ] || command+=(--postgres "$INPUT_POSTGRES")
[ -z "${INPUT_FAIL_ON:-}" ] || command+=(--fail-on "$INPUT_FAIL_ON")
[ "${INPUT_ALLOW_CODE:-false}" != true ] || command+=(--allow-code)
read -r -d '' -a paths <<<"${INPUT_PATHS:-.}" || true
file=${COMMENT_FILE:?where the text goes}
status=0
text=$("${command[@]}" "${BASE_SHA:?the commit to compare with}" HEAD -- "${paths[@]}") || status=$?
echo "change-exit-code=$status" >>"${GITHUB_OUTPUT:-/dev/stdout}"
[ "$status" -le 1 ] || exit "$status"
printf '%s\n%s\n' '<!-- pgconflint -->' "$text" >"$file"
