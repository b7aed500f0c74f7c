#!/bin/sh
# Provides the programs that the tests need and PyPI does not have: Chromium, a JDK (the PDF
# checker is driven by one small Java file) and gettext (reads our translations as translators'
# tools do), nginx and Caddy, and the form of /beheer/ with npm. Installs them where it may, else says how.
set -eu

missing=""
system=$(. /etc/os-release 2>/dev/null && echo "${ID:-}" || true)
# Debian has the shell without windows, which is the lightest; elsewhere any Chromium will do.
if ! command -v chromium-headless-shell >/dev/null 2>&1; then
    if [ "$system" = debian ]; then
        missing="$missing chromium-headless-shell"
    else
        command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 \
            || command -v google-chrome >/dev/null 2>&1 || missing="$missing chromium"
    fi
fi
{ command -v java && command -v javac; } >/dev/null 2>&1 || missing="$missing default-jdk-headless"
command -v msgfmt >/dev/null 2>&1 || missing="$missing gettext"
command -v npm >/dev/null 2>&1 || missing="$missing npm"
# The web servers whose settings we give away; Debian puts nginx where only root looks.
{ command -v nginx || test -x /usr/sbin/nginx; } >/dev/null 2>&1 || missing="$missing nginx-light"
command -v caddy >/dev/null 2>&1 || missing="$missing caddy"

# Without a network the other tests can still run; those of the form say what they lack.
fetch_form() {
    sh generator/editor/fetch.sh .cache/beheer || echo "The form of /beheer/ could not be fetched." >&2
}
[ -n "$missing" ] || { fetch_form; exit 0; }

by_hand="apt-get update && apt-get install -y --no-install-recommends$missing"
if ! command -v apt-get >/dev/null 2>&1; then
    echo "The tests need:$missing. Install them with the package manager of this system, then run make test again." >&2
    exit 1
fi
if [ "$(id -u)" = 0 ]; then
    as_root=""
elif sudo -n true 2>/dev/null; then
    as_root="sudo -n"
else
    echo "The tests need:$missing. Run this line, then make test again:" >&2
    echo "    sudo sh -c '$by_hand'" >&2
    exit 1
fi
echo "Installing for the tests:$missing"
$as_root apt-get update -qq
# shellcheck disable=SC2086 # the list is meant to be split into words
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing
# Debian starts a web server when it is installed; the tests start their own, on loopback only.
for server in nginx caddy; do
    case "$missing" in *"$server"*) $as_root systemctl disable --now "$server" >/dev/null 2>&1 || true ;; esac
done
fetch_form
