#!/usr/bin/env bash
# Checks the files that no compiler reads: shell scripts, YAML, the compose file, the Dockerfile, lengths.
set -uo pipefail
cd "$(dirname "$0")/.." || exit
code=0
check() { "$@" || code=1; }

# Only what belongs to the repository, also in a copy without .git.
ours() {
    find . \( -name .git -o -name node_modules -o -name bin -o -name obj -o -name dist -o -name .data -o -name artifacts \) -prune \
        -o -type f \( "$@" \) -print0
}

mapfile -d '' scripts < <(ours -name '*.sh' -o -path './.ci/run')
check shellcheck --external-sources "${scripts[@]}"

mapfile -d '' documents < <(ours -name '*.yml' -o -name '*.yaml')
check yamllint --strict --config-data '{extends: default, rules: {document-start: disable, line-length: {max: 140}}}' "${documents[@]}"

# Its required variables have no defaults; any value will do to see whether the file is whole.
while read -r name; do
    export "$name=lint"
done < <(sed -nE 's/.*\$\{([A-Za-z_]+):\?.*/\1/p' docker-compose.yml | sort -u)
check docker-compose --file docker-compose.yml config --quiet

check node tests/node_modules/dockerfilelint/bin/dockerfilelint Dockerfile

[[ $code == 0 ]] || echo "The files above need a correction." >&2
exit "$code"
