#!/usr/bin/env bash
# action.sh PROGRAM COMMAND ROOT FOLDER [PACKAGES]: runs PROGRAM, action.py or page.py. Ends with 77 when python3 or its
# package yaml is not there.
set -euo pipefail
python3 -c 'import yaml' 2>/dev/null || { echo "python3-yaml is not there"; exit 77; }
export PYTHONDONTWRITEBYTECODE=1
program=$1
shift
exec python3 "$(dirname "$0")/$program" "$@"
