#!/bin/sh
# The part of `deploy` and `rollback` that runs where the site lies: sh -s -- VERB ROOT [NAME | KEEP]
#   ROOT/releases/NAME/    every release, whole; NAME begins with its time, so names sort by age
#   ROOT/current           a link to the release that visitors see; turned in one step
#   ROOT/previous          a link to the one before
#   ROOT/headers.conf      for the web server, with the hashes of the scripts of every release
# Files of a release that begin with a dot are ours; the web server shows none of them.
set -eu
verb=$1
root=$2
releases=$root/releases

current() {
    readlink "$root/current" | sed 's|.*/||'
}

# Point a link at a release; rename(2) leaves no moment without one.
turn() {
    ln -s "releases/$2" "$root/.$1.$$"
    mv -T "$root/.$1.$$" "$root/$1"
}

prepare() {
    mkdir -p "$releases"
    # What a deploy that died left behind.
    find "$releases" -mindepth 1 -maxdepth 1 -name '.*.part' -mtime +0 -exec rm -rf {} +
    current || true
}

list() {
    now=$(current || true)
    for each in "$releases"/*/; do
        [ -d "$each" ] || continue
        name=$(basename "$each")
        if [ "$name" = "$now" ]; then echo "* $name"; else echo "  $name"; fi
    done
}

# The hashes of scripts that the releases here may run.
scripts() {
    cat "$releases"/*/.scripts 2>/dev/null | sort -u
}

# A release is here under its name only when it is whole.
finish() {
    mv -T "$releases/.$1.part" "$releases/$1"
    if ! cmp -s "$releases/$1/.headers.conf" "$root/headers.conf"; then
        cp "$releases/$1/.headers.conf" "$root/.headers.$$"
        mv "$root/.headers.$$" "$root/headers.conf"
        echo changed
    fi
}

switch() {
    [ -f "$releases/$1/index.html" ]
    before=$(current || true)
    turn current "$1"
    if [ -n "$before" ] && [ "$before" != "$1" ]; then turn previous "$before"; fi
    current
}

discard() {
    rm -rf "$releases/.$1.part"
}

remove() {
    [ "$(current || true)" != "$1" ]
    rm -rf "${releases:?}/$1"
}

# Keep the newest, and whatever a link leads to.
prune() {
    before=$(readlink "$root/previous" | sed 's|.*/||' || true)
    now=$(current)
    find "$releases" -mindepth 1 -maxdepth 1 -type d ! -name '.*' -printf '%f\n' |
        sort -r | tail -n "+$(($1 + 1))" |
        while read -r name; do
            if [ "$name" != "$now" ] && [ "$name" != "$before" ]; then
                rm -rf "${releases:?}/$name"
                echo "$name"
            fi
        done
}

shift 2
"$verb" "$@"
