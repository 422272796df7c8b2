#!/bin/sh
# A sample: sends a built site to any S3-compatible store, by rclone (apt-get install rclone).
#
#   sh scripts/hosting/s3.sh site REMOTE:BUCKET        REMOTE as `rclone config` named it
#
# What pages lean on goes first, pages after it, and what is gone goes last: at no moment does a
# page lack its styles or pictures. Content decides what is sent (--checksum), not times. A store
# has no way to switch in one step, and none back: to go back, build the old commit and send that.
#
# The store serves files; the rest is the work of the CDN in front of it:
#   - "index.html" for a folder, /x led on to /x/, /404.html with status 404 for what is not there
#   - packing by Accept-Encoding, https, and HTTP/2 or newer
#   - the headers of headers.conf here, as `python -m scripts nginx --headers site` prints them
set -eu
site=${1:?"cách dùng: sh scripts/hosting/s3.sh site REMOTE:BUCKET"}
store=${2:?"cách dùng: sh scripts/hosting/s3.sh site REMOTE:BUCKET"}
python=${PYTHON:-.venv/bin/python}

if grep -q data-trial "$site/index.html"; then
    echo "Đây là bản xem thử; không đưa lên nơi công bố." >&2
    exit 1
fi
"$python" -m scripts verify-site "$site"
"$python" -m scripts gates --site "$site" --reasons

send() {
    cache=$1
    shift
    rclone copy --checksum --header-upload "Cache-Control: $cache" "$@" "$site" "$store"
}

# Names with the hash of their content: for a year.
send "public, max-age=31536000, immutable" \
    --include "/assets/{css,javascripts,photos,stylesheets}/**" \
    --include "/assets/search/*-????????????.json"
send "public, max-age=604800" --include "/assets/fonts/*.woff2"
# The rest is asked for each time. Stores guess no charset for these.
send "no-cache" --include "*.csv" --header-upload "Content-Type: text/csv; charset=utf-8"
send "no-cache" --include "*.vtt" --header-upload "Content-Type: text/vtt; charset=utf-8"
send "no-cache" --filter "- *.html" --filter "- *.csv" --filter "- *.vtt" \
    --filter "- /assets/{css,javascripts,photos,stylesheets}/**" \
    --filter "- /assets/search/*-????????????.json" \
    --filter "- /assets/fonts/*.woff2"
send "no-cache" --include "*.html"
rclone sync --checksum --delete-after "$site" "$store"
