#!/usr/bin/env bash
# schema.sh ROOT FOLDER PAGE: action.yml, the workflows of .github and those in PAGE/workflows are valid. FOLDER keeps what
# npm brings. Ends with 77 when node or the package is not there.
set -euo pipefail
root=$1 folder=$2 page=$3
# shellcheck source=tests/node.sh
source "$root/tests/node.sh"

bring_packages "$root/tests/action" "$folder"
cp "$root/tests/action/schema.mjs" "$folder/"
cd "$folder"
node schema.mjs "$root/action.yml" "$root"/.github/workflows/*.yml "$page"/workflows/*.yml
# It is no judge that lets everything pass.
sed 's/^runs:/run:/' "$root/action.yml" >wrong-action.yml
! node schema.mjs wrong-action.yml >/dev/null
