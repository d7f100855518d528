#!/bin/sh
# Every comparison with real servers, at the size for CI. The seeds are fixed, so that a failure is one of the change that is tested;
# each command takes others.
set -eu
cd "$(dirname "$0")/../.."
# 19 has no npm package. Where it cannot be unpacked, a sentence says so, and the other majors are compared.
sh test/servers/unpack-debian.sh 19 || true
compare() {
  echo "--> $*"
  npx tsx "$@"
}
compare test/servers/run.ts --seed 20261122
compare test/servers/values/compare.ts --printed 300
compare test/servers/values/starts.ts
compare test/servers/values/claims.ts
compare test/servers/regular-expressions/compare-verdicts.ts 5000 1122
compare test/servers/regular-expressions/compare-matches.ts 2000 1122
compare test/servers/regular-expressions/compare-files.ts
compare test/servers/logins/run.ts --seed 561666145
compare test/servers/sets/run.ts --seed 20261128 --rounds 2
compare test/servers/logs/run.ts --seed 20261128 --logins 150
compare test/servers/logins/server-names.ts --seed 20261128
compare test/servers/fixes/run.ts
