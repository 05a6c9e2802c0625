# shellcheck shell=bash
# What is said to the person: errors, progress, logs; and other small things.

have()       { command -v "$1" >/dev/null; }
read_file()  { [ ! -f "$1" ] || cat "$1"; }
# shellcheck source=/dev/null
os_release() { [ ! -r /etc/os-release ] || (. /etc/os-release; eval "echo \"\${$1:-}\""); }
version_at_least() { [ "$(printf '%s\n' "$2" "$1" | sort -V | head -1)" = "$2" ]; }

# Ends with one sentence for the person; a logged command leaves it for its caller to show.
die() {
  if [ -n "$sentence" ]; then echo "$*" > "$sentence"; else echo "$*" >&2; fi
  exit 1
}
note()        { printf '\n      %s\n' "$*" >&3; }
usage_error() { echo "lab: $1 (see ./lab help)" >&2; exit 2; }

no_arguments() { [ $# = 1 ] || usage_error "$1 takes no arguments, not '$2'"; }
one_of()       { [[ $# = 3 && " $2 " = *" $3 "* ]] || usage_error "$1 takes one of: $2"; }

# Two labs in one checkout take turns; one waits without a word for what it has begun itself.
lock()    { exec 8>"$1"; lock_fd 8; }
lock_fd() {
  have flock || return 0
  flock -n "$1" && return
  [ -f build/logs/build-behind.group ] || note "(waiting for another lab in this folder)"
  flock "$1"
}

# logged TITLE LOG COMMAND...: runs the command with its output in the log, says how long it took, and on
# failure shows the end of the log and ends the lab.
logged() {
  logged_status "$@"
  if [ "$status" = 0 ]; then finish_line "done ($elapsed)"; return; fi
  finish_line "failed ($elapsed)"
  show_failure "$2" 20
  exit 1
}

# The same without a verdict: sets $status, $seconds and $elapsed. The command runs in a subshell that stops at its
# first error, which bash only grants where no caller tests the result: never call these with && or in an if.
logged_status() {
  local title=$1 log=$2 begin=$SECONDS ticker=''
  shift 2
  printf '%s … ' "$title"
  : > "$log"
  sentence=$root/${log#"$root/"}.sentence
  rm -f "$sentence"
  if [ -t 1 ]; then show_progress "$title" "$log" & ticker=$!; fi
  set +e
  (set -e; "$@") >>"$log" 2>&1 </dev/null
  status=$?
  set -e
  sentence=''
  if [ -n "$ticker" ]; then
    { kill "$ticker"; wait "$ticker"; } 2>/dev/null || true
    printf '\r\033[K%s … ' "$title"
  fi
  seconds=$((SECONDS - begin))
  elapsed=$(duration "$seconds")
}

duration() { if [ "$1" -ge 60 ]; then echo "$(($1 / 60)) min $(($1 % 60)) s"; else echo "$1 s"; fi; }

finish_line() { echo "$1"; }

# On a terminal: the log's last line behind the title, once a second.
show_progress() {
  local line width
  while sleep 1; do
    width=$(($(tput cols 2>/dev/null || echo 80) - ${#1} - 5))
    line=$(tail -n 1 "$2" | tr -d '\r' | cut -c "1-$((width > 10 ? width : 10))")
    printf '\r\033[K%s … \033[2m%s\033[0m' "$1" "$line"
  done
}

# The sentence that a failed command left, or else the end of its log.
show_failure() {
  if [ -s "$1.sentence" ]; then cat "$1.sentence"; return; fi
  echo "── the last lines of ${1#"$root/"}:"
  tail -n "$2" "$1" | sed 's/^/   /'
}
