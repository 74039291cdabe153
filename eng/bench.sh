#!/usr/bin/env bash
# Fills a database of its own, serves the published application, and measures it: eng/bench.sh [--tickets N] [--seconds N]
# Prints a table and leaves it in artifacts/bench/latest.md.
set -euo pipefail

tickets=100000 seconds=5
while (($# > 0)); do
    case "$1" in
        --tickets) tickets=$2; shift 2 ;;
        --seconds) seconds=$2; shift 2 ;;
        *) echo "Usage: eng/bench.sh [--tickets N] [--seconds N]" >&2; exit 64 ;;
    esac
done

cd "$(dirname "$0")/.."
work=$(mktemp -d)
export HELPDESK_DATA=$work
out=artifacts/bench
mkdir -p "$out"

# shellcheck source=eng/app.sh
. eng/app.sh
# shellcheck source=eng/bench-runs.sh
. eng/bench-runs.sh
eng/setup.sh --bench

say "Building and publishing ..."
build
dotnet build bench/Helpdesk.Bench --configuration Release --verbosity quiet -nologo >&2
dotnet publish src/Helpdesk.Web --configuration Release --use-current-runtime --no-self-contained -p:PublishReadyToRun=true \
    --output "$out/app" --verbosity quiet -nologo >&2

PORT=$(free_port)
export PORT ASPNETCORE_ENVIRONMENT=Production ASPNETCORE_URLS=http://127.0.0.1:$PORT App__PublicUrl=http://localhost:$PORT
export Mail__Transport=pickup Mail__PickupFolder=$work/mail Mail__From=helpdesk@acme.example
# What is measured is the work, not the limits.
export Limits__ApiPerMinute=100000000 App__TrustedProxies=127.0.0.1
mkdir -p "$work/mail"

cleanup() {
    stop_server
    stop_database
    rm -rf "$work"
}
trap cleanup EXIT

start_database
say "Loading $tickets tickets ..."
server migrate >"$work/migrate.log" 2>&1
dotnet bench/Helpdesk.Bench/bin/Release/net10.0/Helpdesk.Bench.dll --connection "$ConnectionStrings__Helpdesk" --tickets "$tickets" >&2
server create-admin --email bench@acme.example --name "Bench Admin" --password-stdin >/dev/null 2>&1 <<<"a sentence for measuring with"

measure_starts
sign_in
idle=$(memory VmRSS)
measure_pages
measure_accounts
write_table
cat "$out/latest.md"
