#!/bin/sh
# Prints the address that GitHub Pages gives a repository without a domain of its own.
# https://docs.github.com/pages: OWNER.github.io lies at the root, any other below its name.
set -eu
owner=$(printf %s "${GITHUB_REPOSITORY%%/*}" | tr '[:upper:]' '[:lower:]')
name=${GITHUB_REPOSITORY#*/}
if [ "$(printf %s "$name" | tr '[:upper:]' '[:lower:]')" = "$owner.github.io" ]; then
    echo "https://$owner.github.io/"
else
    echo "https://$owner.github.io/$name/"
fi
