# Sourced by run.sh and eng/helpdesk.sh: builds the application, finds or starts its database, runs its commands.
# shellcheck shell=bash
# Expects the repository as working directory, and HELPDESK_DATA as an absolute path.

readonly web=src/Helpdesk.Web/bin/Release/net10.0/Helpdesk.Web.dll
readonly local_postgres=tools/Helpdesk.LocalPostgres/bin/Release/net10.0/Helpdesk.LocalPostgres.dll
readonly stamp=artifacts/run.stamp

# No greetings, no developer certificate, and no build servers that outlive the script.
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false

app_pid="" database_pid="" database_in=""

say() { echo "$*" >&2; }

# dotnet needs four seconds to find out that nothing has changed; find needs none.
is_built() {
    [[ -f $stamp && -f $web && -f $local_postgres && -d src/Helpdesk.Web/wwwroot/dist ]] &&
        [[ -z $(find src tools/Helpdesk.LocalPostgres eng/run.slnf Directory.* global.json package.json package-lock.json \
            \( -name bin -o -name obj -o -path src/Helpdesk.Web/wwwroot/dist \) -prune -o -newer "$stamp" -print -quit) ]]
}

build() {
    local lock log
    mkdir -p artifacts
    exec {lock}>artifacts/build.lock
    flock "$lock"
    if ! is_built; then
        say "Building (a minute the first time) ..."
        # The stamp is as old as the start of the build: what is saved meanwhile is newer.
        touch "$stamp.new"
        log=$(mktemp)
        if ! dotnet build eng/run.slnf --configuration Release --verbosity quiet -nologo >"$log" 2>&1; then
            sort -u "$log" >&2
            rm -f "$log"
            say "The build failed."
            return 1
        fi
        rm -f "$log"
        mv "$stamp.new" "$stamp"
    fi
    exec {lock}>&-
}

# Leaves the connection string in the environment. Ours is the server that `stop_database` ends.
start_database() {
    local connection
    [[ -z ${ConnectionStrings__Helpdesk:-} ]] || return 0
    # setsid: Ctrl-C must reach the application first and the database only when nobody needs it.
    coproc database { exec setsid --wait dotnet "$local_postgres" run --data "$HELPDESK_DATA/postgres"; }
    database_pid=$! database_in=${database[1]}
    read -r connection <&"${database[0]}" || return 1
    export ConnectionStrings__Helpdesk=$connection
}

find_database() {
    local connection
    [[ -z ${ConnectionStrings__Helpdesk:-} ]] || return 0
    if connection=$(dotnet "$local_postgres" connection --data "$HELPDESK_DATA/postgres"); then
        export ConnectionStrings__Helpdesk=$connection
    else
        start_database
    fi
}

# It stops when its standard input closes, and so also when this script is killed.
stop_database() {
    [[ -n $database_pid ]] || return 0
    exec {database_in}>&-
    wait "$database_pid" 2>/dev/null || true
    database_pid=""
}

settings() {
    local port=${PORT:-8080}
    mkdir -p "$HELPDESK_DATA/mail"
    # Sign-in codes lie in there.
    chmod 700 "$HELPDESK_DATA/mail"
    export ASPNETCORE_ENVIRONMENT=${ASPNETCORE_ENVIRONMENT:-Development}
    export ASPNETCORE_URLS=${ASPNETCORE_URLS:-http://localhost:$port}
    export App__PublicUrl=${App__PublicUrl:-http://localhost:$port}
    export Mail__Transport=${Mail__Transport:-pickup}
    export Mail__PickupFolder=${Mail__PickupFolder:-$HELPDESK_DATA/mail}
    export Files__Folder=${Files__Folder:-$HELPDESK_DATA/files}
}

# Runs one command of the application and gives its exit code. In the background, because bash looks at a signal only
# when the program in the foreground has ended, and that one may not have got it.
app() {
    local code=0 alive
    (cd src/Helpdesk.Web && exec dotnet "$OLDPWD/$web" "$@") <&0 &
    app_pid=$!
    # Nobody else holds this pipe, so it closes when this script is gone, and the application then goes too.
    exec {alive}> >(trap "" INT && cat >/dev/null && kill -TERM "$app_pid" 2>/dev/null)
    while true; do
        wait "$app_pid" || code=$?
        # A signal ends the wait before the application has ended.
        kill -0 "$app_pid" 2>/dev/null || break
        code=0
    done
    app_pid=""
    exec {alive}>&-
    [[ $stopped == false ]] || code=130
    return "$code"
}

stop() {
    stopped=true
    if [[ -n $app_pid ]]; then
        kill -TERM "$app_pid" 2>/dev/null || true
    else
        exit 130
    fi
}

stopped=false
trap stop INT TERM HUP
trap stop_database EXIT
