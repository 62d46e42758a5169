#!/usr/bin/env bash
# run.sh ROOT FOLDER COMMAND ROUNDS: compares what rules of the kind `element` find with what css-select finds, by 60
# selectors on one tree in each round. FOLDER is in the build folder and keeps what npm brings. Ends with 77 when node or
# a package is not there.
set -euo pipefail
root=$1 folder=$2 command=$3 rounds=$4
oracle=$root/tests/oracle/selectors
export LC_ALL=C
# shellcheck source=tests/node.sh
source "$root/tests/node.sh"

bring_packages "$oracle" "$folder"
node "$oracle/selectors.mjs" "$folder" "$command" "$rounds"
