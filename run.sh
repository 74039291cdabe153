#!/usr/bin/env bash
# Starts Helpdesk on http://localhost:8080 with its own PostgreSQL. Ctrl-C ends it; the data stays in .data.
set -euo pipefail

usage() {
    cat <<'EOF'
Usage: ./run.sh [--demo]
  --demo                        fill in demo people, tickets and articles (once) and print the demo sign-ins

Environment:
  PORT                          another port than 8080
  HELPDESK_DATA                 another place than .data for the database and the mail
  ConnectionStrings__Helpdesk   a PostgreSQL of your own
Every other setting of .env.example may be given the same way.
EOF
}

demo=false
for argument in "$@"; do
    case "$argument" in
        --demo) demo=true ;;
        --help | -h) usage; exit 0 ;;
        *) usage >&2; exit 64 ;;
    esac
done

HELPDESK_DATA=$(realpath -m "${HELPDESK_DATA:-$(dirname "$0")/.data}")
export HELPDESK_DATA
cd "$(dirname "$0")"
export PORT=${PORT:-8080}
if [[ ! $PORT =~ ^[0-9]{1,5}$ ]] || ((PORT < 1 || PORT > 65535)); then
    echo "PORT is $PORT, but a port is a number from 1 to 65535." >&2
    exit 64
fi

is_taken() { (exec 3<>"/dev/tcp/$1/$PORT") 2>/dev/null; }
if is_taken 127.0.0.1 || is_taken ::1; then
    echo "Port $PORT is in use by another program, perhaps by another ./run.sh. Stop that one, or choose another port:" >&2
    echo "    PORT=$((PORT % 65535 + 1)) ./run.sh" >&2
    exit 1
fi

# shellcheck source=eng/app.sh
. eng/app.sh
eng/setup.sh
build
settings
start_database
# Serving brings the database up to date by itself; demo data wants that before.
if [[ $demo == true ]]; then
    app migrate
    app seed-demo
fi
# To be stopped is how serving ends.
app serve || [[ $stopped == true ]]
