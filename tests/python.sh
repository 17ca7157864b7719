#!/bin/sh
# The Python that has a module: python.sh MODULE. The one in PATH may not be the one
# that the system's packages are for.
for program in python3 /usr/bin/python3; do
	"$program" -c "import $1" >/dev/null 2>&1 && echo "$program" && exit 0
done
echo "no Python with $1; .ci/need test installs it" >&2
exit 1
