# shellcheck shell=bash
# Testing: the phases, what their runners counted, and what took longest.

readonly all_phases='native tidy asan tsan web js browser'
passed=0 failed=0 skipped=0
part_seconds=''  # a line "SECONDS NAME" for each part that ran

test_command() {
  local phases=$all_phases
  if [ $# -gt 0 ]; then
    [ "$1" = --only ] || usage_error "test: unknown option '$1'"
    [[ $# = 2 && " $all_phases " = *" $2 "* ]] || usage_error "test --only takes one of: $all_phases"
    phases=$2
  fi
  set_up test
  use_toolchain
  mkdir -p build/logs
  trap end_build_behind EXIT
  local phase number=0 count
  count=$(wc -w <<< "$phases")
  for phase in $phases; do
    number=$((number + 1))
    run_phase "$phase" "[$number/$count] $(phase_title "$phase")"
  done
  if [ "$skipped" = 0 ]; then echo "$passed passed, $failed failed"
  else echo "$passed passed, $failed failed, $skipped skipped"; fi
  show_longest "$phases"
  [ "$failed" = 0 ]
}

phase_title() {
  case $1 in
    native)  echo "Native tests" ;;
    tidy)    echo "clang-tidy" ;;
    asan)    echo "Native tests under AddressSanitizer and UndefinedBehaviorSanitizer" ;;
    tsan)    echo "Threads and the GIL under ThreadSanitizer" ;;
    web)     echo "Building the site" ;;
    js)      echo "JavaScript modules" ;;
    browser) echo "Browsers" ;;
  esac
}

phase_native()  { build_preset native; run_ctest native; }
# What clang-tidy reads has two sources that are generated.
phase_tidy()    { build_preset native --target src/source_files.cc --target shell/toolkit/font_files.cc; run_node_tests tests/tidy/*.test.mjs; }
phase_asan()    { build_preset asan; build_behind; run_ctest asan; }
phase_tsan()    { build_tsan; run_ctest tsan -L tsan; }
phase_web()     { build_preset web; }
phase_js()      { run_node_tests tests/web/unit/*.test.mjs; }
phase_browser() { rm -rf build/failures; build_web_for_tests; run_node_tests tests/web/browser/*.test.mjs; }

build_tsan() { build_preset tsan --target tests_of_threads; }

# Behind tests that measure no time and leave the processors idle: compiles what the phases after them need, in a group
# of processes that ends with the lab. A phase that comes meanwhile waits for its folder; it also tells what failed.
build_behind() {
  [ "$phases" = "$all_phases" ] || return 0
  set -m
  { renice -n 19 "$BASHPID"; build_tsan; build_preset web; } >build/logs/build-behind.log 2>&1 &
  set +m
  echo $! >build/logs/build-behind.group
}

end_build_behind() {
  [ -f build/logs/build-behind.group ] || return 0
  kill -- "-$(cat build/logs/build-behind.group)" 2>/dev/null || true
  rm build/logs/build-behind.group
}

# Side by side, but for those that measure time: one more than there are cores, as many wait most of the time.
side_by_side() { echo $(($(nproc) + 1)); }

run_ctest() {
  local preset=$1
  shift
  with_display ctest --test-dir "build/$preset" --output-on-failure --no-tests=error --parallel "$(side_by_side)" --output-junit "$results/ctest.xml" "$@"
}

# Those with the most text first, which mostly take longest; then those that measure time, *.alone.test.mjs, one after the other.
run_node_tests() {
  local file status=0 alone=() others=()
  for file in "$@"; do
    [ -f "$file" ] || die "no tests match $file"
    case $file in *.alone.test.mjs) alone+=("$file") ;; *) others+=("$file") ;; esac
  done
  export results
  export -f run_node_test with_display
  # shellcheck disable=SC2011  # names of our own
  [ "${#others[@]}" = 0 ] || ls -S "${others[@]}" | xargs -P "$(side_by_side)" -I FILE bash -c 'run_node_test FILE' || status=1
  for file in "${alone[@]}"; do run_node_test "$file" || status=1; done
  return $status
}

# What it says comes in one piece, whatever runs beside it.
run_node_test() {
  local file=$1 status=0 said
  said=$results/$(basename "$1").log
  with_display timeout 900 node --test --test-reporter=spec --test-reporter-destination=stdout \
    --test-reporter=tap --test-reporter-destination="$results/$(basename "$file").tap" "$file" >"$said" 2>&1 || status=$?
  [ $status != 124 ] || echo "✖ $file: not over after 15 minutes; the last test of it that ended stands above" >>"$said"
  { echo "== $file"; cat "$said"; }
  [ $status = 0 ]
}

# Windows open on a screen in memory, and Firefox gets the software OpenGL that it only has with a screen.
with_display() { xvfb-run --auto-servernum --server-args='-screen 0 1920x1200x24' "$@"; }

# Runs a phase whatever happens in it, and adds what its runner counted to the totals. A phase that ran
# no test (only building the site has none), or failed without a failing test, counts as one failure.
run_phase() {
  local name=$1 title=$2 log=build/logs/test-$1.log p f s
  results=$(results_of "$name")
  rm -rf "$results" && mkdir -p "$results"
  logged_status "$title" "$log" "phase_$name"
  part_seconds+="$seconds $name"$'\n'
  read -r p f s < <(count_results)
  if [ "$f" = 0 ] && { [ "$status" != 0 ] || { [ "$p" = 0 ] && [ "$name" != web ]; }; }; then f=1; fi
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
  local counts="$p passed, $f failed"
  [ $((p + f)) -gt 0 ] || counts=done
  [ "$s" = 0 ] || counts+=", $s skipped"
  finish_line "$counts ($elapsed)"
  [ "$f" = 0 ] || show_failed_tests "$log"
}

results_of() { echo "$root/build/logs/results-$1"; }

# What the runners say of each test that failed; the end of the log where no test did.
show_failed_tests() {
  local told
  told=$(grep -nE -B 1 -A 12 '^ *✖ |\*\*\*(Failed|Exception|Timeout)|\[  FAILED  \]|: Failure$|^(FAIL|ERROR): |^[A-Za-z]*Error: ' "$1" | head -n 200) || true
  [ -n "$told" ] || { show_failure "$1" 60; return; }
  echo "── the tests that failed, from ${1#"$root/"}:"
  # shellcheck disable=SC2001  # more than one line
  sed 's/^/   /' <<< "$told"
}

# Says which parts and which tests of them took longest.
show_longest() {
  local part took name
  echo "Longest parts, with what was built for them:"
  longest_first <<< "$part_seconds" | while read -r took name; do printf '  %12s  %s\n' "$(duration "$took")" "$name"; done
  echo "Longest tests:"
  for part in $1; do test_seconds "$part" | sed "s/ / $part: /"; done | longest_first |
    while read -r took name; do printf '  %10s s  %s\n' "$took" "$name"; done
}

longest_first() { grep . | LC_ALL=C sort -rn | sed -n 1,10p; }

# Prints "SECONDS NAME" of each test of a part. In node's TAP files a test's time stands below its name.
test_seconds() {
  { cat "$(results_of "$1")"/*.xml "$(results_of "$1")"/*.tap 2>/dev/null || true; } | LC_ALL=C awk '
    function attribute(key) { return match($0, " " key "=\"[^\"]*\"") ? substr($0, RSTART + length(key) + 3, RLENGTH - length(key) - 4) : "" }
    /<testcase / { printf "%.1f %s\n", attribute("time"), attribute("name") }
    /^ *(not )?ok [0-9]+ - / { name = $0; sub(/^ *(not )?ok [0-9]+ - /, "", name) }
    /^ *duration_ms: / && name != "" { if (name !~ /\.test\.mjs$/) printf "%.1f %s\n", $2 / 1000, name; name = "" }'
}

# Prints "passed failed skipped" from the runners' own counts: CTest's JUnit file or node's TAP files.
count_results() {
  cat "$results"/*.xml "$results"/*.tap 2>/dev/null | awk '
    /<testsuite / { suite = 1 }
    suite && match($0, / ?(tests|failures|disabled|skipped)="[0-9]+"/) {
      split(substr($0, RSTART, RLENGTH), part, "\""); key = part[1]; gsub(/[ =]/, "", key); n[key] += part[2]
    }
    suite && />/ { suite = 0 }
    /^# (pass|fail|cancelled|skipped|todo) [0-9]+$/ { tap[$2] += $3 }
    END {
      s = n["skipped"] + n["disabled"]; f = n["failures"]
      print n["tests"] - f - s + tap["pass"], f + tap["fail"] + tap["cancelled"], s + tap["skipped"] + tap["todo"]
    }'
}
