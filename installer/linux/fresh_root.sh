#!/usr/bin/env bash
# A Debian made from nothing, a package installed with all it depends on, run as an ordinary user, removed and purged. As root.
#   installer/linux/fresh_root.sh client|server PACKAGE [FOLDER]
# The short version, on this system's own root, runs in CI: tests/packaging/test_installed.py.
set -euo pipefail
what=${1:?client or server} deb=$(realpath "${2:?which package}") folder=${3:-/var/tmp/feltjournal-fresh}
here=$(cd "$(dirname "$0")/../.." && pwd)
mkdir -p "$folder/out" "$folder/layer"
if [ ! -e "$folder/root/bin/sh" ]; then
  mirror=$(sed -n 's/^URIs: *\([^ ]*\).*/\1/p; s/^deb \(\[.*\] \)\?\([^ ]*\).*/\2/p' /etc/apt/sources.list.d/*.sources /etc/apt/sources.list 2>/dev/null | head -1 || true)
  debootstrap --variant=minbase bookworm "$folder/root" ${mirror:+"$mirror"} >"$folder/out/debootstrap.log"
  cp -r /etc/apt/. "$folder/root/etc/apt/"
  cp -L /etc/resolv.conf "$folder/root/etc/resolv.conf"
fi
echo "before: $(chroot "$folder/root" dpkg-query -f . -W | wc -c) packages"
LOWER=$folder/root FETCH=1 unshare --mount --pid --fork --kill-child --mount-proc --propagation private \
  bash "$here/tests/packaging/installed.sh" "$what" "$folder/layer" "$deb" "$folder/out"
echo "logs and self-test in $folder/out"
