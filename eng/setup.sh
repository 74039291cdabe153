#!/usr/bin/env bash
# Finds what is missing on this machine and installs it by apt. Says nothing when nothing is missing.
#   eng/setup.sh           what ./run.sh needs
#   eng/setup.sh --tests   also what ./test.sh needs
#   eng/setup.sh --bench   also what eng/bench.sh needs
set -euo pipefail

readonly oldest_node=20 oldest_postgres=15
with_tests=false with_bench=false
case "${1:-}" in
    "") ;;
    --tests) with_tests=true ;;
    --bench) with_bench=true ;;
    *) echo "Usage: eng/setup.sh [--tests | --bench]" >&2; exit 64 ;;
esac

has() { command -v "$1" >/dev/null 2>&1; }

# ldconfig lies in /sbin, which is not on everybody's PATH.
has_library() { [[ $(PATH="$PATH:/usr/sbin:/sbin" ldconfig -p) == *"$1 "* ]]; }

is_postgres() {
    [[ -x $1/initdb && -x $1/postgres && $("$1/postgres" --version) =~ [0-9]+ ]] &&
        ((BASH_REMATCH[0] >= oldest_postgres))
}

# The same places, in the same order, as tools/Helpdesk.LocalPostgres looks in.
has_postgres() {
    local directory
    if [[ -n ${PG_BIN:-} ]]; then
        is_postgres "$PG_BIN" && return
        echo "PG_BIN is $PG_BIN, but there is no PostgreSQL $oldest_postgres or newer (initdb and postgres) in it." >&2
        exit 1
    fi
    if has pg_ctl && is_postgres "$(dirname "$(readlink -f "$(command -v pg_ctl)")")"; then
        return
    fi
    for directory in /usr/lib/postgresql/*/bin; do
        is_postgres "$directory" && return
    done
    return 1
}

has_browser() { has "${CHROMIUM:-chromium}" || has chromium-browser || has google-chrome; }

packages=()
find_missing_packages() {
    packages=()
    # With a server of their own, ./run.sh and eng/helpdesk.sh need none from this machine.
    if [[ -z ${ConnectionStrings__Helpdesk:-} || $with_tests == true ]]; then
        has_postgres || packages+=(postgresql)
    fi
    has_library libsodium.so.23 || packages+=(libsodium23)
    has pdftotext || packages+=(poppler-utils)
    if [[ $with_bench == true ]]; then
        has wrk || packages+=(wrk)
        has curl || packages+=(curl)
    fi
    if [[ $with_tests == true ]]; then
        has_browser || packages+=(chromium fonts-liberation)
        has shellcheck || packages+=(shellcheck)
        # A real file store and a real virus scanner; a test run starts them by itself.
        has swift-proxy-server || packages+=(swift-proxy swift-account swift-container swift-object)
        has clamd || [[ -x /usr/sbin/clamd ]] || packages+=(clamav-daemon)
        has yamllint || packages+=(yamllint)
        has docker-compose || packages+=(docker-compose)
    fi
}

tools_missing=false
check_tools() {
    if ! has dotnet || [[ $'\n'$(dotnet --list-sdks) != *$'\n'10.* ]]; then
        echo "The .NET 10 SDK is missing. How to get it: https://dotnet.microsoft.com/download/dotnet/10.0" >&2
        tools_missing=true
    fi
    local version=0
    if has node && has npm; then
        version=$(node --version)
        version=${version#v}
        version=${version%%.*}
    fi
    if ((version < oldest_node)); then
        echo "Node.js $oldest_node or newer with npm is missing. How to get it: https://nodejs.org/en/download" >&2
        tools_missing=true
    fi
}

# Prints the words that make a command run as root; fails where there are none.
as_root() {
    if ((EUID == 0)); then
        echo env
    elif has sudo && sudo -n true 2>/dev/null; then
        echo sudo -n env
    elif has sudo && [[ -t 0 && -t 2 ]]; then
        echo sudo env
    else
        return 1
    fi
}

install_packages() {
    local -a root
    local log
    if ! has apt-get; then
        echo "Missing: ${packages[*]} (Debian's names). Install them with this system's package manager and start again." >&2
        return 1
    fi
    if ! read -ra root < <(as_root); then
        echo "Missing: ${packages[*]}. Run this once, then start again:" >&2
        echo "    sudo apt-get update && sudo apt-get install --yes ${packages[*]}" >&2
        return 1
    fi
    root+=(DEBIAN_FRONTEND=noninteractive)
    log=$(mktemp)
    echo "Installing ${packages[*]} ..." >&2
    # The first try fails where the package lists are missing or old, and sometimes for no reason that lasts.
    if ! "${root[@]}" apt-get install --yes --no-install-recommends "${packages[@]}" >"$log" 2>&1 </dev/null &&
        ! { "${root[@]}" apt-get update &&
            "${root[@]}" apt-get install --yes --no-install-recommends "${packages[@]}"; } >>"$log" 2>&1 </dev/null; then
        tail -n 25 "$log" >&2
        rm -f "$log"
        echo "apt-get could not install: ${packages[*]}. Its last words are above." >&2
        return 1
    fi
    rm -f "$log"
}

check_tools
find_missing_packages
if ((${#packages[@]} > 0)); then
    install_packages || exit 1
    hash -r
    find_missing_packages
    if ((${#packages[@]} > 0)); then
        echo "Installed, but still not found: ${packages[*]}." >&2
        exit 1
    fi
fi
[[ $tools_missing == false ]]
