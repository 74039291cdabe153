#!/usr/bin/env bash
# Adds a migration to one module: eng/add-migration.sh Tickets AddMacros
set -euo pipefail
cd "$(dirname "$0")/.."
if [ $# -ne 2 ]; then
  echo "Usage: eng/add-migration.sh <Module> <Name>   (Module: Platform, Auth, Tickets, KnowledgeBase, Admin)" >&2
  exit 2
fi
dotnet tool restore >/dev/null
dotnet ef migrations add "$2" --project "src/Helpdesk.$1" --startup-project tools/Helpdesk.Migrations \
  --context "$1DbContext" --output-dir Data/Migrations
# A module shows nothing but its door, and files here carry no byte order mark.
for file in src/Helpdesk."$1"/Data/Migrations/*.cs; do
  sed -i -e '1s/^\xEF\xBB\xBF//' -e 's/^    public partial class/    internal partial class/' "$file"
done
echo "Read what was generated before you commit it."
