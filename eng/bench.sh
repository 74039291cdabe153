#!/usr/bin/env bash
# Fills a database of its own, serves the published application, and measures it. Prints tables and leaves them in
# artifacts/bench/latest.md; ends with code 1 when a goal is missed.
#   eng/bench.sh [--tickets N] [--seconds N] [--connections "16 1"] [--keep DIR] [--only PART]
# --keep leaves the data in DIR, and takes it from there the next time. PART is pages, reports, kb, accounts, streams, export,
# files or weight.
set -euo pipefail

usage() {
    echo "Usage: eng/bench.sh [--tickets N] [--seconds N] [--connections \"16 1\"] [--keep DIR] [--only pages|reports|kb|accounts|streams|export|files|weight]" >&2
    exit 64
}

tickets=100000 seconds=5 connections="16 1" keep="" only=""
while (($# > 0)); do
    [[ $# -ge 2 ]] || usage
    case "$1" in
        --tickets) tickets=$2 ;;
        --seconds) seconds=$2 ;;
        --connections) connections=$2 ;;
        --keep) keep=$2 ;;
        --only) only=$2 ;;
        *) usage ;;
    esac
    shift 2
done

if [[ -n $keep ]]; then
    mkdir -p "$keep"
    keep=$(realpath "$keep")
fi
cd "$(dirname "$0")/.."
work=$(mktemp -d)
export HELPDESK_DATA=${keep:-$work}
export BENCH_GOALS=$work/goals
facts=$HELPDESK_DATA/facts
out=artifacts/bench
mkdir -p "$out"
touch "$BENCH_GOALS"

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
export Files__Folder=$work/files
# What is measured is the work, not the limits.
export Limits__ApiPerMinute=100000000 Files__DailyMegabytesPerPerson=1000000 App__TrustedProxies=127.0.0.1
mkdir -p "$work/mail"

cleanup() {
    stop_server
    stop_database
    rm -rf "$work"
}
trap cleanup EXIT

start_database
server migrate >"$work/migrate.log" 2>&1
if [[ -f $facts ]]; then
    say "Taking the tickets that are in $HELPDESK_DATA."
else
    say "Loading $tickets tickets ..."
    # Before the tickets: the one who signs in is the one with the most to do.
    server create-admin --email bench@acme.example --name "Bench Admin" --password-stdin >/dev/null 2>&1 <<<"a sentence for measuring with"
    dotnet bench/Helpdesk.Bench/bin/Release/net10.0/Helpdesk.Bench.dll --connection "$ConnectionStrings__Helpdesk" \
        --tickets "$tickets" --facts "$facts" >&2
fi
# shellcheck source=/dev/null
. "$facts"

measure_starts
sign_in
idle=$(memory VmRSS)
wants weight && measure_weight
wants pages && measure_pages
wants reports && measure_reports
wants kb && measure_kb
wants accounts && measure_accounts
wants streams && measure_streams
wants export && measure_export
wants files && measure_files
write_table
cat "$out/latest.md"
tell_missed
