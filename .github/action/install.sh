#!/usr/bin/env bash
# Brings the command for the steps that follow. LESSONLINT_VERSION: a release, with a "v" in front or without,
# `installed`, or nothing for the sources beside this script. LESSONLINT_REPOSITORY: where this action comes from; nothing
# when it lies in the repository that uses it. LESSONLINT_REF: at which ref. GITHUB_REPOSITORY, GITHUB_SERVER_URL,
# GITHUB_PATH and RUNNER_TEMP are those of GitHub.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
version=${LESSONLINT_VERSION:-}
[[ $version != v[0-9]* ]] || version=${version#v}
repository=${LESSONLINT_REPOSITORY:-${GITHUB_REPOSITORY:-}}

as_root() {
    if [[ $(id -u) == 0 ]]; then
        "$@"
    else
        sudo "$@"
    fi
}

install_release() {
    local package from
    package=lessonlint_${version}_$(dpkg --print-architecture).deb
    from=$GITHUB_SERVER_URL/$repository/releases/download/v$version/$package
    curl --fail --location --silent --show-error --retry 3 --output "$RUNNER_TEMP/$package" "$from" || {
        echo "::error title=lessonlint::there is no release $version of $repository${LESSONLINT_REF:+, used at $LESSONLINT_REF}: $from"
        exit 1
    }
    as_root apt-get update -q
    as_root apt-get install -y -q --no-install-recommends "$RUNNER_TEMP/$package"
}

case $version in
installed)
    command -v lessonlint >/dev/null || {
        echo "::error title=lessonlint::the version is \"installed\", but no lessonlint is in PATH"
        exit 1
    }
    ;;
'')
    "$root/dev" build
    echo "$root/build/release" >>"$GITHUB_PATH"
    ;;
[0-9]*)
    install_release
    ;;
*)
    echo "::error title=lessonlint::unknown version \"$version\"; expected one like 0.1.0, \"installed\", or nothing"
    exit 1
    ;;
esac
