# shellcheck shell=bash
# The step for the distribution's own packages.

packages_title() { echo "Packages of this system"; }

packages_ready() {
  [ ! -e "$tools/apt-running" ] && [ -z "$(missing_packages "$1")" ] || return 1
  check_node
}

missing_packages() {
  local wanted entry entries
  case $1 in
    web)    wanted=$(web_packages) ;;
    native) wanted=$packages_native ;;
    test)   wanted="$(web_packages) $packages_native $packages_test" ;;
    bench)  wanted="$(web_packages) $packages_native $packages_test $packages_bench" ;;
  esac
  read -rd '' -a entries <<< "$wanted" || true
  for entry in "${entries[@]}"; do
    is_there "${entry#*=}" || echo "${entry%%=*}"
  done | sort -u
}

is_there() {
  case $1 in
    /*) compgen -G "$1" >/dev/null ;;
    *)  have "$1" ;;
  esac
}

web_packages() {
  echo "$packages_web"
  case $(emscripten_origin) in
    own) echo "$packages_own_emscripten" ;;
    package) echo "emscripten=emcc" ;;
  esac
}

packages_install() {
  local missing
  missing=$(missing_packages "$1" | tr '\n' ' ')
  if have apt-get; then apt_install "$missing"; else
    die "These are missing: $missing(Debian's names); install them with this system's package manager and run the same command again."
  fi
  missing=$(missing_packages "$1" | tr '\n' ' ')
  [ -z "$missing" ] || die "Still missing after the installation: $missing- see .toolchain/logs/packages.log"
  check_node
}

apt_install() {
  local packages=$1 as_root=''
  local by_hand="apt-get update && apt-get install --no-install-recommends $packages"
  if [ "$(id -u)" != 0 ]; then
    { have sudo && sudo -v; } || die "These packages are missing, and installing them needs root: $packages
Let an administrator run: $by_hand"
    as_root=sudo
  fi
  touch "$tools/apt-running"
  # Keep descriptor 8 (the set-up's lock) from services that a package may start.
  (
    exec 8>&-
    $as_root env DEBIAN_FRONTEND=noninteractive dpkg --configure -a
    $as_root apt-get -o Acquire::Retries=3 update
    # shellcheck disable=SC2086  # a list
    [ -z "$packages" ] || $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y \
      --no-install-recommends -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 $packages
  ) || apt_failed "$packages" "${as_root:+sudo }sh -c '$by_hand'"
  rm -f "$tools/apt-running"
}

apt_failed() {
  local log=$tools/logs/packages.log
  if grep -qE 'Could not resolve|Temporary failure|Could not connect|Unable to connect|Failed to fetch' "$log"; then
    die "The packages could not be downloaded: no connection to this system's package mirror. With the network up, run the same command again."
  fi
  local unknown
  unknown=$(sed -n 's/^E: Unable to locate package //p; s/^E: Package .\(.*\). has no installation candidate/\1/p' "$log" | tr '\n' ' ')
  [ -z "$unknown" ] || die "This system's package sources do not offer: $unknown- Debian 12 and 13 and Ubuntu from 25.04 do; there, or with these programs put on PATH by hand, run the same command again."
  die "The packages could not be installed (log: .toolchain/logs/packages.log). To do it by hand: $2"
}

check_node() {
  have node || return 0
  local version
  version=$(node --version)
  [ "$(cut -d. -f1 <<< "${version#v}")" -ge $oldest_node ] ||
    die "node is $version, at least $oldest_node is needed: put a newer one on PATH and run the same command again."
}
