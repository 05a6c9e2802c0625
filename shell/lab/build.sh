# shellcheck shell=bash
# Building: a folder for each CMake preset, and the site in dist/.

# build web|native: for the web the site, natively the programs without their tests.
build() {
  mkdir -p build/logs
  use_toolchain
  case $1 in
    web) logged "Building the site" build/logs/build-web.log build_preset web ;;
    native)
      logged "Building the native programs" build/logs/build-native.log build_preset native \
        --target speedup-lab --target speedup-lab-worker ;;
  esac
}

# build_preset PRESET OPTIONS...: configures if need be, builds, and installs the site into dist/.
build_preset() {
  local preset=$1
  shift
  lock "build/$preset.lock"
  if [ ! -f "build/$preset/build.ninja" ] || [ "$(configuration_of "$preset")" != "$(read_file "build/$preset.configured")" ]; then
    rm -f "build/$preset.configured"
    rm -rf "build/$preset/CMakeCache.txt" "build/$preset/CMakeFiles"
    case $preset in
      web) emcmake cmake --preset "$preset" ;;
      *)   cmake --preset "$preset" ;;
    esac
    configuration_of "$preset" > "build/$preset.configured"
  fi
  cmake --build --preset "$preset" "$@"
  [ "$preset" != web ] || install_site
}

# Puts the site into dist/, and takes away what is installed there no more.
install_site() {
  cmake --install build/web --prefix "$root/dist"
  find "$root/dist" -type f | grep -vxFf build/web/install_manifest.txt | xargs -r -d '\n' rm -v || true
  find "$root/dist" -type d -empty -delete
}

# What a configured build folder depends on besides the CMake files, which ninja itself looks after.
configuration_of() {
  cksum < CMakePresets.json
  case $1 in web) emscripten_identity ;; *) printf '%s\n' "$CXX" ;; esac
}

# Exports what the compilers for both sides need.
use_toolchain() {
  CC=$(native_compiler clang); CXX=$(native_compiler clang++)
  export CC CXX
  [ -f "$tools/emscripten-config" ] || return 0
  export EM_CONFIG=$tools/emscripten-config EMCC_LOCAL_PORTS="sdl2=$tools/sdl2"
  [ "$(emscripten_origin)" = path ] || PATH=$tools/emscripten:$PATH
  export PATH
}

native_compiler() { command -v "$1-19" || echo "$1-19"; }
