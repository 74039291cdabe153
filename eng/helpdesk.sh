#!/usr/bin/env bash
# The application's own command line against the same database as ./run.sh, whether that runs or not.
set -euo pipefail

if (($# == 0)); then
    cat >&2 <<'EOF'
Usage: eng/helpdesk.sh COMMAND
  doctor        checks configuration, database, mail, libraries and clock, and says what to do
  migrate       brings the database up to date
  seed-demo     fills in demo people, tickets and articles, once
  create-admin --email E --name N --password-stdin
                makes an administrator; the password is read from standard input
  files move --to s3|local
                moves all files to the other store while the helpdesk runs
  serve         serves the pages
EOF
    exit 64
fi

HELPDESK_DATA=$(realpath -m "${HELPDESK_DATA:-$(dirname "$0")/../.data}")
export HELPDESK_DATA
cd "$(dirname "$0")/.."

# shellcheck source=eng/app.sh
. eng/app.sh
eng/setup.sh
build
settings
find_database
app "$@"
