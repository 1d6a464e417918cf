#!/usr/bin/env bash
# Make both locks from pyproject.toml: `bash requirements/compile.sh`, with `--upgrade` to move to newer versions.
# Needs uv; only who changes the requirements needs it.
set -euo pipefail
cd "$(dirname "$0")/.."

compile() {
    uv pip compile pyproject.toml --quiet --extra fast --universal --python-version 3.11 --fork-strategy fewest \
        --generate-hashes --no-emit-index-url --custom-compile-command "bash requirements/compile.sh" "$@"
}

compile --group build --output-file requirements/runtime.txt "$@"
compile --group dev --constraints requirements/runtime.txt --output-file requirements/development.txt "$@"
