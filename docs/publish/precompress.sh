#!/bin/sh
# sh docs/publish/precompress.sh site: puts a .gz beside each file of text, so that the server need not
# compress it again and again. Run it after each build, on the copy that is served.
set -eu

find "${1:?the folder of the site}" -type f -size +500c \( -name '*.html' -o -name '*.css' -o -name '*.js' \
    -o -name '*.json' -o -name '*.svg' -o -name '*.ics' -o -name '*.xml' -o -name '*.geojson' -o -name '*.csv' \
    -o -name '*.gpx' -o -name '*.txt' -o -name '*.webmanifest' \) -exec gzip --keep --force --best --no-name {} +
