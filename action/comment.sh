#!/usr/bin/env bash
# Puts the text that describe.sh wrote on the pull request: one comment, edited in place. Only gh runs here, with the token.
set -euo pipefail
marker='<!-- pgconflint -->'
body=${COMMENT_FILE:?the text of the comment}
[ -s "$body" ] || exit 0
# Away from the checkout, whose git configuration is a stranger's.
cd "$(dirname "$body")"
comment=$(gh api "repos/$GITHUB_REPOSITORY/issues/$PULL_REQUEST/comments" --paginate --jq ".[] | select(.user.type == \"Bot\" and (.body | startswith(\"$marker\"))) | .id" | head -n 1)
if [ -n "$comment" ]; then
  gh api --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$comment" --field "body=@$body" >/dev/null
else
  gh api --method POST "repos/$GITHUB_REPOSITORY/issues/$PULL_REQUEST/comments" --field "body=@$body" >/dev/null
fi
