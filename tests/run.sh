#!/usr/bin/env bash
# Runs all tests: pure, on SQLite and PostgreSQL, and in Chromium. On a fresh Debian or Ubuntu it first installs
# what is missing; only the .NET SDK must be there. The last line is "N passed, N failed".
#
#   tests/run.sh            everything
#   tests/run.sh Workflow   one project: tests/Workflow.Tests
#   CONFIGURATION=Release tests/run.sh
set -euo pipefail
cd "$(dirname "$0")/.."

configuration=${CONFIGURATION:-Debug}
results=artifacts/tests
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

is_ubuntu() { grep -qs '^ID=ubuntu$' /etc/os-release; }

has_chromium() { [ -x "${CHROMIUM_PATH:-/usr/bin/chromium}" ]; }

has_font() { [ -n "$(find /usr/share/fonts -name "$1" -print -quit 2>/dev/null)" ]; }

# Prints the Debian packages that are not there yet.
missing_packages() {
  ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || echo postgresql
  has_font 'NotoSansEthiopic*' || echo fonts-noto-core
  has_font 'NotoColorEmoji*' || echo fonts-noto-color-emoji
  command -v npm >/dev/null || echo npm
  # Ubuntu's chromium is a snap, which cannot be driven from tests: Playwright brings its own there.
  has_chromium || is_ubuntu || echo chromium
}

install_packages() {
  local missing
  missing=$(missing_packages)
  [ -z "$missing" ] && return
  echo "Installing:" $missing
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

# After the build: the tool lies beside the built tests.
install_chromium_for_ubuntu() {
  has_chromium && return
  local tool=tests/Browser.Tests/bin/$configuration/net10.0/.playwright
  as_root "$tool"/node/*/node "$tool/package/cli.js" install-deps chromium
  "$tool"/node/*/node "$tool/package/cli.js" install chromium
}

# The number of a counter in one result file: passed, failed, error, notExecuted …
count() {
  sed -n "s/.*<Counters.*[[:space:]]$2=\"\([0-9]*\)\".*/\1/p" "$1" | head -1
}

test_project() {
  local name=$1
  echo "== $name"
  dotnet test "tests/$name" --no-build -c "$configuration" -v q --logger "console;verbosity=minimal" \
    --logger "trx;LogFileName=$name.trx" --results-directory "$results" || true
}

# Adds what came of a project to the sums.
add_up() {
  local name=$1 file=$results/$1.trx
  if [ ! -f "$file" ] || [ "$(count "$file" executed || true)" -eq 0 ]; then
    echo "$name gave no result" >&2
    failed=$((failed + 1))
    return
  fi
  local total good
  total=$(count "$file" total)
  good=$(count "$file" passed)
  # Whatever did not pass has failed: also what was skipped or never finished.
  passed=$((passed + good))
  failed=$((failed + total - good))
}

projects=()
for folder in tests/*.Tests; do
  name=$(basename "$folder")
  [ $# -gt 0 ] && [ "$name" != "$1" ] && [ "$name" != "$1.Tests" ] && continue
  projects+=("$name")
done
if [ ${#projects[@]} = 0 ]; then
  echo "There is no project tests/$1.Tests" >&2
  echo "0 passed, 1 failed"
  exit 1
fi

install_packages
rm -rf "$results"
mkdir -p "$results"
for name in "${projects[@]}"; do
  # .ci/run has built everything already.
  if [ -z "${BUILT:-}" ] && ! dotnet build "tests/$name" -c "$configuration" -v q; then
    echo "0 passed, 1 failed"
    exit 1
  fi
  [ "$name" = Browser.Tests ] || continue
  (cd tests/Browser.Tests && npm ci --silent --no-audit --no-fund)
  install_chromium_for_ubuntu
done

passed=0
failed=0
# Half of its time a browser only waits: the others run beside it. Who interrupts this ends both.
trap 'kill $(jobs -p) 2>/dev/null || true' EXIT
for name in "${projects[@]}"; do
  [ "$name" = Browser.Tests ] || continue
  test_project "$name" >"$results/browser.txt" 2>&1 &
done
for name in "${projects[@]}"; do
  [ "$name" = Browser.Tests ] || test_project "$name"
done
wait
[ ! -f "$results/browser.txt" ] || cat "$results/browser.txt"
for name in "${projects[@]}"; do add_up "$name"; done

echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
