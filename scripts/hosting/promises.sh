#!/bin/sh
# Refuses a change that takes addresses out of addresses.lock: what was published once is promised.
#   sh scripts/hosting/promises.sh COMMIT        the commit to compare the present file with
# "* /x/" in it promises /x/ and /en/x/, "  /x/" the one address; a promise may become part of a pair.
set -eu

promised() {
    sed -n -e 's|^\* \(.*\)|\1\n/en\1|p' -e 's|^  ||p' | sort -u
}

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
git show "$1:addresses.lock" 2>/dev/null | promised >"$folder/before"
(cat addresses.lock 2>/dev/null || true) | promised >"$folder/now"
lost=$(comm -23 "$folder/before" "$folder/now")
if [ -n "$lost" ]; then
    echo "addresses.lock bị bớt địa chỉ đã công bố; hãy lấy lại bản của nhánh main:"
    echo "$lost" | head -5
    exit 1
fi
