#!/usr/bin/env bash
# Writes what the change means (settings, access) as a comment on the pull request; one comment, edited in place.
set -euo pipefail
command=(node "${GITHUB_ACTION_PATH:?the folder of the action}/dist/cli.js" diff --format markdown)
[ -z "${INPUT_POSTGRES:-}" ] || command+=(--postgres "$INPUT_POSTGRES")
read -r -d '' -a paths <<<"${INPUT_PATHS:-.}" || true
marker='<!-- pgconflint -->'
body=$(mktemp)
trap 'rm -f "$body"' EXIT
{
  echo "$marker"
  "${command[@]}" "${BASE_SHA:?the commit to compare with}" HEAD -- "${paths[@]}"
} >"$body"
if [ -z "${PULL_REQUEST:-}" ]; then
  cat "$body"
  exit 0
fi
comment=$(gh api "repos/$GITHUB_REPOSITORY/issues/$PULL_REQUEST/comments" --paginate --jq ".[] | select(.body | startswith(\"$marker\")) | .id" | head -n 1)
if [ -n "$comment" ]; then
  gh api --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$comment" --field "body=@$body" >/dev/null
else
  gh api --method POST "repos/$GITHUB_REPOSITORY/issues/$PULL_REQUEST/comments" --field "body=@$body" >/dev/null
fi
