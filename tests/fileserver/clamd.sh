#!/usr/bin/env bash
# A real clamd for the tests that knows one signature, the harmless EICAR test file. Prints a line when it answers, and ends
# when its standard input closes.
#   clamd.sh DIR PORT
set -euo pipefail

dir=$1 port=$2
pid=""

stop() {
    [[ -z $pid ]] || kill "$pid" 2>/dev/null || true
    wait 2>/dev/null || true
    rm -rf "$dir"
}
trap stop EXIT
trap 'exit 0' INT TERM HUP

mkdir -p "$dir/db"
# In pieces and as numbers, so that no scanner takes this file for the real one.
printf 'Eicar-Test-Signature:0:0:%s\n' \
    "58354f2150254041505b345c505a58353428505e2937434329377d24" \
    >"$dir/db/eicar.ndb"
cat >"$dir/clamd.conf" <<EOF
DatabaseDirectory $dir/db
TemporaryDirectory $dir
TCPAddr 127.0.0.1
TCPSocket $port
Foreground yes
StreamMaxLength 30M
MaxThreads 4
EOF
PATH=$PATH:/usr/sbin clamd --config-file="$dir/clamd.conf" </dev/null >"$dir/log" 2>&1 &
pid=$!
for ((tries = 0; tries < 300; tries++)); do
    if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
        echo ready
        break
    fi
    sleep 0.1
done
cat >/dev/null
