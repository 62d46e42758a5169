#!/usr/bin/env bash
# action.sh COMMAND ROOT FOLDER [PACKAGES]: see action.py. Ends with 77 when python3 or its YAML is not there.
set -euo pipefail
python3 -c 'import yaml' 2>/dev/null || { echo "python3-yaml is not there"; exit 77; }
export PYTHONDONTWRITEBYTECODE=1
exec python3 "$(dirname "$0")/action.py" "$@"
