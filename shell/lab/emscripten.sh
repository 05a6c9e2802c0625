# shellcheck shell=bash
# The step for Emscripten: found on PATH, an ordinary package, or (Debian 12) unpacked from Debian 13's packages.

emscripten_title() { echo "Emscripten $(emscripten_version)"; }

# path, package or own: where emcc comes from on this machine.
emscripten_origin() {
  local found
  found=$(emcc_on_path)
  if [ -n "$found" ] && version_at_least "$(version_of_emcc "$found")" $oldest_emscripten; then echo path
  elif [ "$(os_release ID)" = debian ] && [ "$(os_release VERSION_ID)" = 12 ]; then echo own
  else echo package; fi
}

# An emcc that is not ours; resolved, as Debian's is a link.
emcc_on_path() {
  local found
  found=$(type -P -a emcc | grep -vF "$tools/" | head -1) || true
  [ -z "$found" ] || readlink -f "$found"
}

version_of_emcc() {
  local file
  file=$(dirname "$1")/emscripten-version.txt
  if [ -f "$file" ]; then tr -d '"\n' < "$file"; else "$1" --version | grep -oEm1 '[0-9]+\.[0-9]+\.[0-9]+'; fi
}

emscripten_version() {
  if [ "$(emscripten_origin)" = path ]; then version_of_emcc "$(emcc_on_path)"; else echo $oldest_emscripten; fi
}

# Changes when the compiler or the place of the toolchain does (the configuration holds full paths).
emscripten_identity() {
  local origin
  origin=$(emscripten_origin)
  echo "$origin $(emscripten_version) in $tools, node $(command -v node)"
  if [ "$origin" = path ]; then emcc_on_path; else pins; fi
}

emscripten_ready() { stamp_is emscripten "$tools/emscripten-config" "$(emscripten_identity)"; }

emscripten_install() {
  rm -f "$stamps/emscripten" "$stamps/port"
  case $(emscripten_origin) in
    path)    seed_cache_of_emcc_on_path ;;
    own)     unpack_emscripten ;;
    package) die "This system's emscripten package is $(version_of_emcc "$(emcc_on_path)"), at least $oldest_emscripten is needed: activate a newer one (emsdk) so that emcc is on PATH, and run the same command again." ;;
  esac
  stamp emscripten "$(emscripten_identity)"
}

unpack_emscripten() {
  fetch_pinned_packages
  echo "unpacking (without the system libraries of builds that are not ours)"
  mkdir "$work/emscripten" "$work/binaryen"
  dpkg-deb --fsys-tarfile "$downloads"/emscripten_*.deb |
    tar -C "$work/emscripten" -x --strip-components=4 "${unneeded_variants[@]}" \
      --exclude=./usr/share/emscripten/{test,docs,media} ./usr/share/emscripten
  dpkg-deb --fsys-tarfile "$downloads"/emscripten_*.deb |
    tar -x -O ./usr/share/doc/emscripten/copyright > "$work/emscripten/copyright"
  dpkg -x "$downloads"/node-acorn_*.deb "$work/acorn"
  mkdir "$work/emscripten/node_modules"
  mv "$work/acorn/usr/share/nodejs/acorn" "$work/emscripten/node_modules/"
  unpack_binaryen "$work/binaryen"
  put_in_place "$work/binaryen" "$tools/binaryen"
  put_in_place "$work/emscripten" "$tools/emscripten"
  write_emscripten_config /usr/lib/llvm-19/bin "$tools/binaryen" "$(command -v node)"
  rm -rf "$downloads"
}

# Prebuilt libraries for LTO, position-independent code, sanitizers and Wasm Workers: 1.4 GB unused here.
readonly unneeded_variants=(--exclude='*/wasm32-emscripten/lto*' --exclude='*/wasm32-emscripten/pic'
  --exclude='*/wasm32-emscripten/thinlto*' --exclude='*/wasm64-emscripten' --exclude='*/lib*asan*.a'
  --exclude='*/lib*lsan*.a' --exclude='*/lib*ubsan*.a' --exclude='*/libsanitizer*' --exclude='*/lib*-ww*.a')

# Binaryen's programs need a newer C library than Debian 12's: they run with the one unpacked beside them.
unpack_binaryen() {
  local into=$1 package program
  for package in binaryen libc6 libstdc++6 libgcc-s1; do
    dpkg -x "$downloads/$package"_*.deb "$work/unpacked"
  done
  mkdir "$into/bin" "$into/programs" "$into/lib"
  cp -a "$work"/unpacked/usr/lib/*-linux-gnu/*.so* "$into/lib/"
  cp -a "$work"/unpacked/usr/bin/wasm* "$into/programs/"
  cp "$work/unpacked/usr/share/doc/binaryen/copyright" "$into/"
  for program in "$into"/programs/*; do
    program=$(basename "$program")
    # shellcheck disable=SC2016  # for the shell that runs it
    printf '%s\n' '#!/bin/sh' 'here=$(dirname "$0")/..' \
      "exec \"\$here\"/lib/ld-linux-*.so.* --library-path \"\$here/lib\" \"\$here/programs/$program\" \"\$@\"" > "$into/bin/$program"
    chmod +x "$into/bin/$program"
  done
  "$into/bin/wasm-opt" --version
}

# Debian's own emcc may not write its cache, and an emsdk should not get our SDL2: so the cache is our own,
# begun with a copy of the prebuilt libraries.
seed_cache_of_emcc_on_path() {
  local found cache
  found=$(dirname "$(emcc_on_path)")
  cache=$("$found/em-config" CACHE)
  mkdir -p "$work/emscripten/cache"
  [ ! -d "$cache/sysroot" ] ||
    tar -C "$cache" -c "${unneeded_variants[@]}" --exclude=./ports --exclude=./ports-builds --exclude='*.lock' . | tar -C "$work/emscripten/cache" -x
  put_in_place "$work/emscripten" "$tools/emscripten"
  write_emscripten_config "$("$found/em-config" LLVM_ROOT)" "$("$found/em-config" BINARYEN_ROOT)" "$(command -v node)"
  local key value
  for key in LLVM_ADD_VERSION CLANG_ADD_VERSION; do
    value=$("$found/em-config" $key 2>/dev/null) || continue
    [ "$value" = None ] || echo "$key = '$value'" >> "$tools/emscripten-config"
  done
}

write_emscripten_config() {
  printf "LLVM_ROOT = '%s'\nBINARYEN_ROOT = '%s'\nNODE_JS = '%s'\nCACHE = '%s'\nFROZEN_CACHE = False\n" \
    "$1" "$2" "$3" "$tools/emscripten/cache" > "$tools/emscripten-config"
}
