#!/bin/sh
# Fetches what the form of /beheer/ needs of others' code into a folder: fetch.sh FOLDER
# The lock file has the hash of each package; no script of a package is run.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=$1

if ! command -v npm >/dev/null 2>&1; then
    echo "The form needs npm. On Debian or Ubuntu: sudo apt-get install npm" >&2
    exit 1
fi
if [ -e "$folder/.installed" ] && cmp -s "$here/package-lock.json" "$folder/package-lock.json"; then
    exit 0
fi
mkdir -p "$folder"
rm -f "$folder/.installed"
cp "$here/package.json" "$here/package-lock.json" "$folder"
npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund --loglevel=error
touch "$folder/.installed"
