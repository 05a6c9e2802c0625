# shellcheck shell=bash
# The commands that are no part of building or testing.

play() {
  local port=8000
  while port_taken "$port"; do port=$((port + 1)); done
  exec node web/serve.mjs --root dist --port "$port"
}

port_taken() { (exec 4<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

serve() {
  local arguments=("$@")
  while [ $# -gt 0 ]; do
    case $1 in
      --port) [[ ${2:-} =~ ^[0-9]{1,5}$ && $2 -le 65535 ]] || usage_error "--port takes a number from 0 to 65535"; shift 2 ;;
      --no-isolation) shift ;;
      *) usage_error "serve: unknown option '$1'" ;;
    esac
  done
  have node || die "serve: node is missing. Install it with: ./lab setup web"
  [ -f dist/index.html ] || die "serve: there is no site in dist/ yet. Build it with: ./lab build web"
  exec node web/serve.mjs --root dist ${arguments[0]+"${arguments[@]}"}
}

bench() {
  set_up bench
  use_toolchain
  mkdir -p build/logs
  logged "[1/2] Building the programs" build/logs/build-bench.log build_bench
  echo "[2/2] Measuring; leave the machine alone meanwhile"
  node tests/bench/bench.mjs "$@"
}

build_bench() {
  # What has just been installed is found by configuring again.
  rm -f build/native.configured
  build_preset native --target speedup-lab --target speedup-lab-worker --target speedup-lab-bench
  build_web_for_tests
}

# With what only the bench needs.
build_web_for_tests() { build_preset web --target all --target bench_engine --target bench_worker; }

clean() {
  [[ $# = 0 || ($# = 1 && $1 = --all) ]] || usage_error "clean: the only option is --all"
  rm -rf build dist
  [ $# = 0 ] || rm -rf "$tools" tests/node_modules
  echo "removed build/ and dist/${1:+, .toolchain/ and tests/node_modules/}"
}

format() {
  have clang-format-19 || die "format: clang-format-19 is missing. Install it with: ./lab setup test"
  git ls-files -z -- '*.cc' '*.h' | xargs -0 clang-format-19 -i
}

print_environment() {
  use_toolchain
  local name
  for name in PATH EM_CONFIG EMCC_LOCAL_PORTS CC CXX; do
    [ -z "${!name:-}" ] || printf 'export %s=%q\n' "$name" "${!name}"
  done
}
