#!/usr/bin/env bash
# Lints what the inputs name: annotations on standard output, SARIF in a file. Always exits 0; the exit code is an output,
# so that the upload and the comment still run when there are problems.
set -euo pipefail
command=(node "${GITHUB_ACTION_PATH:?the folder of the action}/dist/cli.js" lint)
arguments=(--ignore-unknown)
[ "${INPUT_ALLOW_CODE:-false}" != true ] || arguments+=(--allow-code)
[ -z "${INPUT_POSTGRES:-}" ] || arguments+=(--postgres "$INPUT_POSTGRES")
[ -z "${INPUT_PRESET:-}" ] || arguments+=(--preset "$INPUT_PRESET")
[ -z "${INPUT_CONFIG:-}" ] || arguments+=(--config "$INPUT_CONFIG")
[ -z "${INPUT_MAX_WARNINGS:-}" ] || arguments+=(--max-warnings "$INPUT_MAX_WARNINGS")
if [ "${INPUT_ANNOTATIONS:-true}" = true ]; then arguments+=(--format github); else arguments+=(--format stylish); fi
[ -z "${INPUT_SARIF_FILE:-}" ] || arguments+=(--format "sarif=$INPUT_SARIF_FILE")
read -r -d '' -a paths <<<"${INPUT_PATHS:-.}" || true
status=0
"${command[@]}" "${arguments[@]}" -- "${paths[@]}" || status=$?
{
  echo "exit-code=$status"
  echo "sarif-file=${INPUT_SARIF_FILE:-}"
} >>"${GITHUB_OUTPUT:-/dev/stdout}"
