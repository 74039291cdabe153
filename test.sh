#!/usr/bin/env bash
# Builds with warnings as errors, checks format and files, runs every test.
# The last line is always: N passed, N failed, N skipped (a step that fails counts as one).
# shellcheck disable=SC2317 # the steps are functions that are called by name
set -uo pipefail

usage() {
    cat <<'EOF'
Usage: ./test.sh [unit|integration|browser] [--filter EXPRESSION]
  unit, integration, browser   only that part, without format, lint and coverage
  --filter EXPRESSION          only the tests that dotnet test finds by it, for example --filter TicketTests
EOF
}

parts=(unit integration browser)
whole=true filter=()
while (($# > 0)); do
    case "$1" in
        unit | integration | browser) parts=("$1") whole=false ;;
        --filter) filter=(--filter "${2:?--filter needs an expression}") whole=false; shift ;;
        --help | -h) usage; exit 0 ;;
        *) usage >&2; exit 64 ;;
    esac
    shift
done

cd "$(dirname "$0")" || exit
readonly results=artifacts/test
declare -A projects=(
    [unit]=tests/Helpdesk.Tests [integration]=tests/Helpdesk.IntegrationTests [browser]=tests/Helpdesk.BrowserTests
)

# What somebody set for ./run.sh is not for the tests, which start the application with settings of their own.
unset "${!ConnectionStrings__@}" "${!App__@}" "${!Mail__@}" "${!Auth__@}" "${!Files__@}" "${!ASPNETCORE_@}" "${!DOTNET_ENVIRONMENT@}"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
# What runs once needs no measuring for a second compilation.
export DOTNET_TieredPGO=0
# No build nodes that outlive the script. The compiler's server may: it halves the build, and goes after ten idle minutes.
export MSBUILDDISABLENODEREUSE=1

npm() {
    local done=tests/node_modules/.installed
    [[ $done -nt tests/package-lock.json ]] && return
    command npm ci --prefix tests --ignore-scripts --no-audit --no-fund --loglevel=error && touch "$done"
}

build() {
    mkdir -p artifacts
    # ./run.sh may be building the same projects.
    flock artifacts/build.lock dotnet build Helpdesk.sln --verbosity quiet -nologo | sort -u
}

format() { dotnet format Helpdesk.sln --verify-no-changes --no-restore; }

# A test that hangs is named and ended instead of holding everything up.
tests() {
    local -a coverage=()
    if [[ $whole == true ]]; then
        coverage=(--collect "XPlat Code Coverage" --settings eng/coverage.runsettings)
    fi
    dotnet test "${projects[$1]}" --no-build --nologo --results-directory "$results/$1" \
        --blame-hang-timeout 6m --blame-hang-dump-type none "${coverage[@]}" "${filter[@]}"
}

scripts() { node --test --test-reporter=tap tests/js/; }

# Runs a function as a step: its output goes to a file, its seconds and exit code to others.
run() {
    local name=$1 started=$EPOCHREALTIME code=0
    shift
    "$@" >"$results/$name.log" 2>&1 </dev/null || code=$?
    awk -v from="$started" -v to="$EPOCHREALTIME" 'BEGIN { printf "%.0f", to - from }' >"$results/$name.seconds"
    echo "$code" >"$results/$name.code"
}

passed=0 failed=0 skipped=0
# Prints a step's line, and all that it said when it failed; adds its tests to the sum.
tell() {
    local name=$1 code p f s detail=""
    code=$(<"$results/$name.code")
    read -r p f s < <(awk '
        /(Passed|Failed|Skipped)! +- Failed:/ {
            gsub(",", "")
            for (i = 1; i < NF; i++) { if ($i == "Passed:") p += $(i + 1); if ($i == "Failed:") f += $(i + 1); if ($i == "Skipped:") s += $(i + 1) }
        }
        /^# (pass|fail|skipped) [0-9]+$/ { if ($2 == "pass") p += $3; if ($2 == "fail") f += $3; if ($2 == "skipped") s += $3 }
        END { print p + 0, f + 0, s + 0 }' "$results/$name.log")
    if ((p + f + s > 0)); then
        detail="  $p passed, $f failed, $s skipped"
    fi
    if ((code != 0 && f == 0)); then
        f=1
    fi
    if ((f > 0)); then
        echo "---- $name failed:"
        cat "$results/$name.log"
    fi
    printf '%-12s %-6s %4s s%s\n' "$name" "$( ((f > 0)) && echo FAILED || echo ok)" "$(<"$results/$name.seconds")" "$detail"
    passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
    ((f == 0))
}

# Runs steps at once; each is told when it and those before it have ended. Fails when one of them did.
steps() {
    local name code=0
    local -A jobs=()
    for name in "$@"; do
        case "$name" in
            unit | integration | browser) run "$name" tests "$name" & ;;
            lint) run lint eng/lint.sh & ;;
            coverage) run coverage node eng/coverage.mjs "$results" & ;;
            *) run "$name" "$name" & ;;
        esac
        jobs[$name]=$!
    done
    for name in "$@"; do
        wait "${jobs[$name]}"
        tell "$name" || code=1
    done
    return "$code"
}

finish() {
    echo "$passed passed, $failed failed, $skipped skipped"
    ((failed == 0))
    exit
}

# With job control every step is a process group of its own, which can be ended with all that it started.
set -m
stop() {
    local job
    trap - INT TERM HUP
    for job in $(jobs -p); do
        kill -TERM -- "-$job" 2>/dev/null
    done
    wait 2>/dev/null
    echo "Stopped."
    failed=$((failed + 1))
    finish
}
trap stop INT TERM HUP

is_wanted() { [[ " ${parts[*]} " == *" $1 "* ]]; }

rm -rf "$results"
mkdir -p "$results"
# Not a step: it may have to ask for a password.
if ! eng/setup.sh --tests; then
    failed=1
    finish
fi
CHROMIUM=$(command -v "${CHROMIUM:-chromium}" chromium-browser google-chrome | head -n 1)
export CHROMIUM
steps npm || finish
steps build || finish

first=()
if [[ $whole == true ]]; then
    first+=(format lint)
    [[ ! -d tests/js ]] || first+=(scripts)
fi
if is_wanted unit; then
    first+=(unit)
fi
second=()
for part in integration browser; do
    if is_wanted "$part"; then
        second+=("$part")
    fi
done
steps "${first[@]}"
steps "${second[@]}"
if [[ $whole == true ]]; then
    steps coverage
    cat "$results/coverage.log"
fi
finish
