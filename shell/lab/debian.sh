# shellcheck shell=bash
# Pinned Debian packages and sources, fetched without touching the system's apt.

pins() { grep -E "\|(all|$(architecture))\|" <<< "$pinned_packages"; }
architecture() { dpkg --print-architecture; }

# Leaves them in .toolchain/downloads, which stays until they are unpacked: what is there and right is not fetched again.
fetch_pinned_packages() {
  local name version sum file
  [ "$(pins | wc -l)" = 6 ] || die "There are no pinned packages for $(architecture): activate an emsdk >= $oldest_emscripten so that emcc is on PATH, and run the same command again."
  private_apt deb
  mkdir -p "$downloads"
  while IFS='|' read -r name version _ sum; do
    file=$(downloaded "$name")
    [ -z "$file" ] || has_sum "$file" "$sum" || rm -f "$file"
    if ! (cd "$downloads" && apt-get download "$name=$version"); then
      case $name in
        # These only let Binaryen's programs start; what they are does not change what we build.
        lib*) note "$name $version is no longer offered; taking the present one, signed by Debian"
              (cd "$downloads" && apt-get download "$name") || not_offered "$name" "$version"
              continue ;;
        *) not_offered "$name" "$version" ;;
      esac
    fi
    check_sum "$(downloaded "$name")" "$sum"
  done < <(pins)
}

downloaded() { compgen -G "$downloads/$1_*.deb" || true; }

fetch_pinned_source() {
  local name version tarball sum
  IFS='|' read -r name version tarball sum < <(grep "^$1|" <<< "$pinned_sources")
  private_apt deb-src
  (cd "$work" && apt-get source --download-only "$name=$version") ||
    not_offered "The source of $name" "$version" " Or set LAB_SDL2_SOURCE / LAB_IMGUI_SOURCE to a folder with your own copy."
  check_sum "$work/$tarball" "$sum"
}

not_offered() {
  grep -qE 'Could not resolve|Temporary failure|Could not connect|Unable to connect' "$tools/logs"/*.log &&
    ! apt_reaches_mirror && die "No connection to this system's Debian mirror. With the network up, run the same command again."
  die "$1 $2, which this lab is pinned to, is not offered by this system's Debian mirror (suite $pinned_suite): update the pin in shell/lab/pins.sh.${3:-}"
}

apt_reaches_mirror() { compgen -G "$work/apt/lists/*_Packages*" >/dev/null || compgen -G "$work/apt/lists/*_Sources*" >/dev/null; }

sum_of()  { sha256sum < "$1" | cut -d ' ' -f 1; }
has_sum() { [ "$(sum_of "$1")" = "$2" ]; }
check_sum() {
  has_sum "$1" "$2" || die "Checksum mismatch in $(basename "$1"): expected $2, found $(sum_of "$1"). Nothing of it was used; run the same command again, and if it stays, do not trust the mirror."
}

# private_apt deb|deb-src: makes APT_CONFIG point to a configuration of our own, with the pinned suite
# on the machine's own Debian mirror, its own lists and cache, and Debian's archive keyring.
private_apt() {
  local apt=$work/apt mirror keyring
  mirror=$(debian_mirror)
  [ -n "$mirror" ] || die "This is not Debian, or its package sources name no mirror. Needed from there: SDL2 and Dear ImGui (set LAB_SDL2_SOURCE and LAB_IMGUI_SOURCE to folders with your own copies) and Emscripten (put emcc >= $oldest_emscripten on PATH)."
  keyring=$(compgen -G '/usr/share/keyrings/debian-archive-keyring.[gp][pg][gp]' | head -1) ||
    die "Debian's archive keyring is missing: apt-get install debian-archive-keyring"
  mkdir -p "$apt/none" "$apt/lists/partial" "$apt/cache/archives/partial"
  cat > "$apt/lab.sources" <<TEXT
Types: $1
URIs: $mirror
Suites: $pinned_suite
Components: main
Signed-By: $keyring
TEXT
  cat > "$apt/apt.conf" <<TEXT
Dir::Etc::SourceList "$apt/lab.sources";
Dir::Etc::SourceParts "$apt/none";
Dir::Etc::Preferences "$apt/none/preferences";
Dir::Etc::PreferencesParts "$apt/none";
Dir::State::Lists "$apt/lists";
Dir::State::Status "/dev/null";
Dir::Cache "$apt/cache";
Acquire::Languages "none";
Acquire::Retries "3";
APT::Sandbox::User "root";
TEXT
  export APT_CONFIG=$apt/apt.conf
  apt-get update || true
  apt_reaches_mirror || die "No connection to this system's Debian mirror. With the network up, run the same command again."
}

# The first entry for this Debian's main archive (not its security updates), in either format of apt's sources.
debian_mirror() {
  [ "$(os_release ID)" = debian ] || return 0
  # shellcheck disable=SC2016  # apt's own names
  apt-get indextargets --format '$(RELEASE) $(REPO_URI) $(ORIGIN)' 'Identifier: Packages' 2>/dev/null |
    awk -v codename="$(os_release VERSION_CODENAME)" '$1 == codename && $2 !~ /security/ { print $2; exit }' || true
}
