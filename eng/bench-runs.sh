# Sourced by eng/bench.sh: starts the server, signs in, runs wrk, writes the table.
# shellcheck shell=bash
# shellcheck disable=SC2153,SC2154  # PORT, work, out, tickets, seconds and idle come from eng/bench.sh

server_pid="" rows=() starts=()

free_port() {
    local port
    while true; do
        port=$((20000 + RANDOM % 20000))
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
    done
}

server() { (cd "$out/app" && exec dotnet Helpdesk.Web.dll "$@"); }

begin_server() {
    (cd "$out/app" && exec dotnet Helpdesk.Web.dll serve >"$work/server.log" 2>&1) &
    server_pid=$!
}

stop_server() {
    [[ -n $server_pid ]] || return 0
    kill -TERM "$server_pid" 2>/dev/null || true
    wait "$server_pid" 2>/dev/null || true
    server_pid=""
}

milliseconds() { echo $(($(date +%s%N) / 1000000)); }

# Three starts; the last one stays.
measure_starts() {
    local begin
    for _ in 1 2 3; do
        stop_server
        begin=$(milliseconds)
        begin_server
        until curl -fsS -o /dev/null "http://localhost:$PORT/health/ready" 2>/dev/null; do
            kill -0 "$server_pid" || { cat "$work/server.log" >&2; exit 1; }
            sleep 0.02
        done
        starts+=($(($(milliseconds) - begin)))
    done
}

# In MiB, of the serving process: VmRSS is now, VmHWM the most there was.
memory() { awk -v name="$1:" '$1 == name {printf "%d", $2 / 1024}' "/proc/$server_pid/status"; }

sign_in() {
    local page token
    page=$(curl -fsS -c "$work/jar" "http://localhost:$PORT/signin")
    token=$(grep -o 'name="__RequestVerificationToken"[^>]*value="[^"]*"' <<<"$page" | head -1 | sed 's/.*value="//; s/"$//')
    curl -fsS -o /dev/null -b "$work/jar" -c "$work/jar" --data-urlencode "__RequestVerificationToken=$token" \
        --data-urlencode "Form.Email=bench@acme.example" --data-urlencode "Form.Password=a sentence for measuring with" "http://localhost:$PORT/signin"
    cookie=$(awk '$6 ~ /session$/ {print $6 "=" $7}' "$work/jar")
    bearer=$(curl -fsS -H 'Content-Type: application/json' -d '{"email":"bench@acme.example","password":"a sentence for measuring with"}' \
        "http://localhost:$PORT/api/v1/auth/login" | sed 's/.*"accessToken":"//; s/".*//')
    [[ -n $cookie && -n $bearer ]]
}

page() { curl -fsS -H "Cookie: $cookie" "http://localhost:$PORT$1"; }

# The address of the 200th page, by following each page's cursor.
far_page() {
    local cursor="" answer
    for _ in $(seq 199); do
        answer=$(curl -fsS -H "Authorization: Bearer $bearer" "http://localhost:$PORT/api/v1/admin/tickets?limit=50&status=closed${cursor:+&cursor=$cursor}")
        cursor=$(grep -o '"nextCursor":"[^"]*"' <<<"$answer" | sed 's/.*:"//; s/"//')
        [[ -n $cursor ]] || return 1
    done
    echo "/queue?status=closed&cursor=$cursor"
}

# One line of the table: name, address, and for a POST its body.
run() {
    local name=$1 path=$2 body=${3:-} connections
    # Until the runtime has compiled what is asked for; a server that people use has done so by breakfast.
    BENCH_COOKIE=$cookie BENCH_BEARER=$bearer BENCH_BODY=$body wrk --threads 4 --connections 16 \
        --duration "${seconds}s" --script bench/request.lua "http://localhost:$PORT$path" >/dev/null
    for connections in 1 16; do
        rows+=("$(BENCH_NAME="$name" BENCH_COOKIE=$cookie BENCH_BEARER=$bearer BENCH_BODY=$body wrk --threads "$((connections > 4 ? 4 : 1))" \
            --connections "$connections" --duration "${seconds}s" --script bench/request.lua "http://localhost:$PORT$path" | grep '^|' |
            sed "s/CONNECTIONS/$connections/")")
        say "${rows[-1]}"
    done
}

measure_pages() {
    local busy far category=Network
    busy=$((tickets - tickets / 50))
    html=$(page "/queue?view=open" | wc -c)
    run "Sign-in page" /signin
    run "Queue, first page" "/queue?view=open"
    run "Queue, unassigned" "/queue?view=unassigned"
    run "Queue, filtered" "/queue?status=in_progress&priority=high&category=$category"
    if far=$(far_page); then
        run "Queue, page 200" "$far"
    fi
    run "Ticket" "/t/$busy"
    run "File a ticket (API)" /api/v1/tickets '{"subject":"Measured printer","description":"It prints empty pages since Monday.","category":"Hardware"}'
    run "Search, common words" "/queue?q=printer+room"
    run "Search, a rare word" "/queue?q=bakori"
}

# What the time of an answer tells a stranger, and what many sign-ins at once cost.
measure_accounts() {
    node bench/accounts.mjs "http://127.0.0.1:$PORT" "$server_pid" acme.example >"$out/accounts.md"
    say "$(cat "$out/accounts.md")"
}

write_table() {
    local all=${starts[*]}
    {
        echo "$(nproc) cores, $(awk '/MemTotal/ {printf "%d", $2 / 1048576}' /proc/meminfo) GiB, $(date -u +%F), $tickets tickets, load generator and PostgreSQL on the same machine."
        echo
        echo "| what | connections | requests/s | p50 ms | p95 ms | p99 ms | errors |"
        echo "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
        printf '%s\n' "${rows[@]}"
        echo
        echo "| figure | value |"
        echo "| --- | ---: |"
        echo "| start to ready, three starts | ${all// / ms, } ms |"
        echo "| memory after the start and one sign-in | $idle MiB |"
        echo "| memory at most | $(memory VmHWM) MiB |"
        echo "| queue page, 50 rows | $((html / 1024)) KiB |"
        echo
        cat "$out/accounts.md"
    } >"$out/latest.md"
}
