#!/usr/bin/env bash
# Inside namespaces of its own (mounts, processes): a root with an empty layer over it, a package installed there, tried and purged.
#   installed.sh client|server LAYER PACKAGE OUT
# LOWER: the root below, this system's own by default. FETCH=1: what the package depends on is fetched, as in a fresh root.
set -euo pipefail
what=$1 layer=$2 deb=$3 out=$4
mount -t tmpfs none "$layer"
mkdir -p "$layer"/{upper,work,root}
mount -t overlay overlay -o "lowerdir=${LOWER:-/},upperdir=$layer/upper,workdir=$layer/work" "$layer/root"
root=$layer/root
for place in proc sys dev; do mount --rbind "/$place" "$root/$place"; done
mount -t tmpfs none "$root/tmp" && chmod 1777 "$root/tmp"
mount -t tmpfs none "$root/run"
cp "$deb" "$root/tmp/package.deb"
name=$(dpkg-deb --field "$deb" Package)
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
if [ "${FETCH:-}" = 1 ]; then
  inside apt-get update -qq >"$out/dpkg.log" 2>&1
  inside apt-get install -y -qq --no-install-recommends /tmp/package.deb >>"$out/dpkg.log" 2>&1
  inside apt-get install -y -qq --no-install-recommends xvfb >>"$out/dpkg.log" 2>&1 # to look at it
else # whether the dependencies suffice is for a fresh root to show; here they may be missing
  inside dpkg --force-depends -i /tmp/package.deb >"$out/dpkg.log" 2>&1
fi

client() {
  inside useradd --create-home prova
  as() { inside runuser -u prova -- env HOME=/home/prova "$@"; }
  echo 'idle_minutes = 3' >>"$root/etc/feltjournal/policy.toml"
  as env QT_QPA_PLATFORM=offscreen feltjournal --selftest --out /tmp/selftest.json >/dev/null 2>&1 || true
  cp "$root/tmp/selftest.json" "$out/selftest.json"
  as feltjournalctl policy --json >"$out/policy.json" || true
  python3 -c 'import json,sys
l={x["name"]:x for x in json.load(open(sys.argv[1]))["lines"]}["idle_minutes"]; print("policy:", l["value"], l["layer"])' "$out/policy.json"
  # Any number that is free: the sockets' names are shared with the computer around this root.
  inside Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp -fbdir /tmp 3>"$root/tmp/display" >/dev/null 2>&1 &
  local screen=$!
  for _ in $(seq 600); do [ -s "$root/tmp/display" ] && break || sleep 0.1; done
  as env DISPLAY=":$(cat "$root/tmp/display")" QT_QPA_PLATFORM=xcb FELTJOURNAL_READY_FILE=/tmp/ready feltjournal >"$out/window.log" 2>&1 &
  for _ in $(seq 600); do [ -e "$root/tmp/ready" ] && break || sleep 0.1; done
  [ -e "$root/tmp/ready" ] && echo "window: painted"
  sleep 1
  python3 - "$root/tmp/Xvfb_screen0" <<'PY'
import sys
data = open(sys.argv[1], "rb").read()
size = int.from_bytes(data[0:4], "big"), int.from_bytes(data[76:80], "big")  # header, colours of XWD
picture = data[size[0] + 12 * size[1]:]
print("colours:", len({picture[at:at + 3] for at in range(0, len(picture) - 4, 4)}))
PY
  kill -- $(ps -o pid= -u "$(inside id -u prova)") "$screen" # this namespace shows its own processes alone
  wait
  echo data >"$root/home/prova/.local/share/feltjournal/kept"
  there() { # there PATH WORDS: whether it is
    [ -e "$root$1" ] && echo "$2 kept" || echo "$2 gone"
  }
  state() { echo "$(there /opt/feltjournal program), $(there /etc/feltjournal/policy.toml policy), $(there /home/prova/.local/share/feltjournal/kept data)"; }
  inside dpkg -r feltjournal >>"$out/dpkg.log" 2>&1
  echo "after remove: $(state)"
  inside dpkg -P feltjournal >>"$out/dpkg.log" 2>&1
  echo "after purge: $(state)"
  left=$(cd "$layer/upper" && find . -iname '*feltjournal*' ! -path './home/*' ! -path './tmp/*' ! -type c -printf '%P ')
  echo "left behind: ${left:-nothing}"
}

server() {
  echo "user: $(inside id -un feltjournal)"
  echo "settings: $(inside stat -c '%a %U %G' /etc/feltjournal-server/server.toml)"
  echo "keys: $(inside stat -c '%a %U %G' /var/lib/feltjournal-server)"
  as() { inside runuser -u feltjournal -- "$@"; }
  echo "without settings: $(as feltjournal-server figures q.csv 2>&1 | tail -1)"
  echo 'database = "postgresql://feltjournal_app@127.0.0.1:9/feltjournal"' >>"$root/etc/feltjournal-server/server.toml"
  echo "with settings: $(as feltjournal-server figures /tmp/q.csv 2>&1 | tail -1)"
  inside feltjournal-server-backup >>"$out/dpkg.log" 2>&1 || true # no database answers
  echo "copies made by root: $(inside stat -c '%a %U %G' /var/lib/feltjournal-server/backup)"
  rm "$root/etc/feltjournal-server/server.toml"
  inside /var/lib/dpkg/info/feltjournal-server.postinst configure >>"$out/dpkg.log" 2>&1 && echo "settings taken away: configured"
  echo key >"$root/var/lib/feltjournal-server/server.key"
  inside dpkg -P feltjournal-server >>"$out/dpkg.log" 2>&1
  there() { [ -e "$root$1" ] && echo "$2 kept" || echo "$2 gone"; }
  echo "after purge: $(there /usr/lib/feltjournal-server program), $(there /etc/feltjournal-server/server.toml settings), $(there /var/lib/feltjournal-server/server.key keys)"
}

"$what"
