# Sourced by eng/bench.sh: starts the server, signs in, runs wrk, writes the table.
# shellcheck shell=bash
# shellcheck disable=SC2153,SC2154  # PORT, work, out, seconds, connections, only and idle come from eng/bench.sh, the others from the loader

server_pid="" rows=() starts=()

# Whether a part is to be measured.
wants() { [[ -z $only || $only == "$1" ]]; }

# A goal: what, how much was measured, how much it may be, of which unit.
goal() { printf '%s\t%s\t%s\t%s\n' "$@" >>"$BENCH_GOALS"; }

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

begin_ready_server() {
    stop_server
    begin_server
    until curl -fsS -o /dev/null "http://localhost:$PORT/health/ready" 2>/dev/null; do
        kill -0 "$server_pid" || { cat "$work/server.log" >&2; exit 1; }
        sleep 0.02
    done
}

# Three starts; the last one stays.
measure_starts() {
    local begin
    for _ in 1 2 3; do
        stop_server
        begin=$(milliseconds)
        begin_ready_server
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

# The address of the page with this number, by following each page's cursor.
far_page() {
    local cursor="" answer
    for _ in $(seq $(($1 - 1))); do
        answer=$(curl -fsS -H "Authorization: Bearer $bearer" "http://localhost:$PORT/api/v1/admin/tickets?limit=50&status=closed${cursor:+&cursor=$cursor}")
        cursor=$(grep -o '"nextCursor":"[^"]*"' <<<"$answer" | sed 's/.*:"//; s/"//')
        [[ -n $cursor ]] || return 1
    done
    echo "/queue?status=closed&cursor=$cursor"
}

field() { awk -F'|' -v field="$2" '{gsub(/ /, "", $field); print $field}' <<<"$1"; }

load() {
    BENCH_COOKIE=$cookie BENCH_BEARER=$bearer BENCH_BODY=$3 wrk --threads "$(($1 > 4 ? 4 : 1))" --connections "$1" \
        --duration "${seconds}s" --timeout 10s --script bench/request.lua "http://localhost:$PORT$2"
}

# Two lines of the table, the last with one connection: name, address, the most that 95 of 100 may take with one connection, and for a POST its body.
run() {
    local name=$1 path=$2 most=${3:-} body=${4:-} count
    if [[ -z $body ]]; then
        curl -fsS -o /dev/null -H "Cookie: $cookie" -H "Authorization: Bearer $bearer" "http://localhost:$PORT$path" || { say "$name: $path does not answer."; exit 1; }
    fi
    # Until the runtime has compiled what is asked for; a server that people use has done so by breakfast.
    load "${connections%% *}" "$path" "$body" >/dev/null
    for count in $connections; do
        rows+=("$(BENCH_NAME="$name" load "$count" "$path" "$body" | grep '^|' | sed "s/CONNECTIONS/$count/")")
        say "${rows[-1]}"
        [[ $(field "${rows[-1]}" 8) == 0 ]] || goal "$name: answers that were errors" 1 0 ""
    done
    [[ -z $most ]] || goal "$name: p95" "$(field "${rows[-1]}" 6)" "$most" ms
}

measure_pages() {
    local busy far first view
    # A ticket that nobody looked at in particular, old enough to be done.
    busy=$((loaded_tickets - loaded_tickets / 50))
    html=$(page "/queue?view=open" | wc -c)
    run "Sign-in page" /signin
    for view in unassigned mine open waiting snoozed solved; do
        run "Queue, $view" "/queue?view=$view" 60
    done
    run "Queue, closed" "/queue?status=closed" 60
    first=$(field "${rows[-1]}" 5)
    if far=$(far_page 1000); then
        run "Queue, closed, page 1,000" "$far" 60
        goal "page 1,000: p50, at most a fifth more than page 1 ($first ms)" "$(field "${rows[-1]}" 5)" "$(awk "BEGIN {printf \"%.2f\", $first * 1.2}")" ms
    fi
    run "Queue, priority, category" "/queue?status=in_progress&priority=high&category=Network" 80
    run "Queue, status, assignee, tag" "/queue?status=in_progress&assignee=me&tag=vpn" 80
    run "Queue, closed, assignee, tag" "/queue?status=closed&assignee=me&tag=printer" 80
    run "Queue, closed, assignee, a rare tag" "/queue?status=closed&assignee=$busy_agent&tag=night-shift" 80
    run "Counts (API)" /api/v1/admin/tickets/counts 30
    run "Ticket" "/t/$busy" 40
    run "Ticket, 500 messages" "/t/$long_ticket" 120
    run "Queue, q: two common words" "/queue?q=printer+error" 150
    run "Queue, q: the most common words" "/queue?q=thanks+help" 150
    run "Queue, q: two rare words" "/queue?q=${rare_words/ /+}" 150
    run "Queue, q: mistyped" "/queue?q=pritner+eror" 150
    run "Search: two common words" "/search?q=printer+error" 150
    run "Search: the most common words" "/search?q=thanks+help" 150
    run "Search: two rare words" "/search?q=${rare_words/ /+}" 150
    run "Search: mistyped" "/search?q=pritner+eror" 150
    run "File a ticket (API)" /api/v1/tickets "" '{"subject":"WORD and WORD","description":"The WORD shows a WORD since the WORD was moved. WORD, WORD and WORD.","category":"Hardware"}'
}

# A load marks all days; until the product has packed them, as it has on a server that has been up for some minutes, a year takes seconds.
measure_reports() {
    local begin
    for _ in $(seq 60); do
        begin=$(milliseconds)
        page "/admin/reports?range=12m" >/dev/null
        (($(milliseconds) - begin > 1000)) || break
        sleep 2
    done
    run "Overview" /admin 300
    run "Reports, 30 days" "/admin/reports?range=30&agents=true" 300
    run "Reports, 90 days" "/admin/reports?range=90&agents=true" 300
    run "Reports, 12 months" "/admin/reports?range=12m&agents=true" 300
    run "Reports, 12 months (API)" "/api/v1/admin/reports?range=12m&agents=true" 300
}

# The knowledge base, also for readers who are not signed in.
measure_kb() {
    KnowledgeBase__AnonymousReading=true begin_ready_server
    sign_in
    run "Articles, q: two common words" "/api/v1/kb/search?q=printer+error" 40
    run "Articles, q: the most common word" "/api/v1/kb/search?q=thanks" 40
    run "Articles, q: the beginning of a word" "/api/v1/kb/search?q=prin" 40
    run "Articles, q: mistyped" "/api/v1/kb/search?q=pritner+eror" 80
    run "Articles, page with facets" "/kb/search?q=printer" 40
    run "Suggestions, a sentence" "/api/v1/kb/suggestions?q=My+printer+prints+empty+pages+since+the+update" 30
    run "Suggestions, three letters" "/api/v1/kb/suggestions?q=pri" 30
    run "Article, signed in" "/kb/$long_item"
    goal "Article, signed in: p50" "$(field "${rows[-1]}" 5)" 5 ms
    BENCH_ANONYMOUS=yes run "Article, not signed in" "/kb/$long_item"
    goal "Article, not signed in: p50" "$(field "${rows[-1]}" 5)" 0.9 ms
    goal "Article, not signed in: 5,000 requests take" "$(awk -v many="$(field "${rows[-2]}" 4)" 'BEGIN {printf "%d", 5000000 / many}')" 1000 ms
}

# What the time of an answer tells a stranger, and what many sign-ins at once cost.
measure_accounts() {
    node bench/accounts.mjs "http://127.0.0.1:$PORT" "$server_pid" acme.example >"$out/accounts.md"
    say "$(cat "$out/accounts.md")"
}

# On a server that has done nothing else: what others left unused would hide what streams take.
measure_streams() {
    begin_ready_server
    sign_in
    node bench/streams.mjs "http://127.0.0.1:$PORT" "$server_pid" "$bearer" 2000 >"$out/streams.md"
    say "$(cat "$out/streams.md")"
}

# A hundred thousand rows are so many days of the three years that are loaded.
measure_export() {
    local wanted=$((loaded_tickets < 105000 ? loaded_tickets * 19 / 20 : 100000)) day
    day=$(date -u -d "$((wanted * 1120 / loaded_tickets)) days ago" +%F)
    node bench/export.mjs "http://127.0.0.1:$PORT" "$server_pid" "$cookie" "$day" "$wanted" >"$out/export.md"
    say "$(cat "$out/export.md")"
}

measure_files() {
    node bench/files.mjs "http://127.0.0.1:$PORT" "$server_pid" "$bearer" 50 >"$out/files.md"
    say "$(cat "$out/files.md")"
}

measure_weight() {
    node bench/weight.mjs "http://localhost:$PORT" "$cookie" "$((loaded_tickets - loaded_tickets / 50))" "$long_ticket" "$long_item" >"$out/weight.md"
    say "$(cat "$out/weight.md")"
}

write_table() {
    local all=${starts[*]} part
    {
        echo "$(nproc) cores, $(awk '/MemTotal/ {printf "%d", $2 / 1048576}' /proc/meminfo) GiB, $(date -u +%F), $loaded_tickets tickets, $loaded_messages messages (loaded in $loaded_seconds s), load generator and PostgreSQL on the same machine."
        echo
        if ((${#rows[@]} > 0)); then
            echo "| what | connections | requests/s | p50 ms | p95 ms | p99 ms | errors |"
            echo "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
            printf '%s\n' "${rows[@]}"
            echo
        fi
        echo "| figure | value |"
        echo "| --- | ---: |"
        echo "| start to ready, three starts | ${all// / ms, } ms |"
        echo "| memory after the start and one sign-in | $idle MiB |"
        echo "| memory at most | $(memory VmHWM) MiB |"
        [[ -z ${html:-} ]] || echo "| queue page, 50 rows | $((html / 1024)) KiB |"
        for part in weight accounts streams export files; do
            if wants "$part"; then
                echo
                cat "$out/$part.md"
            fi
        done
        echo
        goals_table
    } >"$out/latest.md"
}

goals_table() {
    echo "| goal | at most | measured | |"
    echo "| --- | ---: | ---: | --- |"
    awk -F'\t' '{printf "| %s | %s %s | %s %s | %s |\n", $1, $3, $4, $2, $4, ($2 + 0 <= $3 + 0 ? "ok" : "**missed**")}' "$BENCH_GOALS"
}

# The last word of the run, and its exit code.
tell_missed() {
    local missed
    missed=$(awk -F'\t' '$2 + 0 > $3 + 0 {printf "MISSED: %s: %s %s instead of %s\n", $1, $2, $4, $3}' "$BENCH_GOALS")
    if [[ -n $missed ]]; then
        say "$missed"
        return 1
    fi
    say "All $(wc -l <"$BENCH_GOALS") goals are met."
}
