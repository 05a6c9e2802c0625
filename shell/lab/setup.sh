# shellcheck shell=bash
# Set-up: steps that are done once, each with a stamp that says what its result was made from.

# set_up web|native|test: does the steps of that part that are not done yet.
set_up() {
  local part=$1 step steps todo='' number=0
  case $part in
    web)    steps='packages emscripten sdl2 imgui json fonts port' ;;
    native) steps='packages imgui fonts' ;;
    test|bench) steps='packages emscripten sdl2 imgui json fonts port npm' ;;
  esac
  mkdir -p "$stamps" "$tools/logs"
  exec 8>"$tools/lock"
  lock_fd 8
  for step in $steps; do
    "${step}_ready" "$part" || todo+=" $step"
  done
  for step in $todo; do
    number=$((number + 1))
    rm -rf "$work" && mkdir -p "$work"
    logged "[$number/$(wc -w <<< "$todo")] $("${step}_title")" "$tools/logs/$step.log" "${step}_install" "$part"
  done
  rm -rf "$work"
  exec 8>&-
  [ -z "$todo" ] || echo "Set-up complete."
}

# A step is done when its stamp says that it was made from what is pinned now, and its result is there.
stamp_is()   { [ -e "$2" ] && [ "$(read_file "$stamps/$1")" = "$3" ]; }
stamp()      { printf '%s\n' "$2" > "$work/stamp" && mv "$work/stamp" "$stamps/$1"; }
put_in_place() { rm -rf "$2" && mv "$1" "$2"; }
