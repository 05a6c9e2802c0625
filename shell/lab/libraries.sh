# shellcheck shell=bash
# The steps for what is compiled into the page, its fonts, and the drivers for browsers.

# sdl2 and imgui: Debian's source packages

sdl2_title()   { echo "SDL2 2.32.4, source"; }
sdl2_ready()   { stamp_is sdl2 "$tools/sdl2" "$(source_identity libsdl2 "${LAB_SDL2_SOURCE:-}")"; }
sdl2_install() {
  rm -f "$stamps/port"
  fetch_source libsdl2 "${LAB_SDL2_SOURCE:-}" include src LICENSE.txt
  put_in_place "$work/source" "$tools/sdl2"
  stamp sdl2 "$(source_identity libsdl2 "${LAB_SDL2_SOURCE:-}")"
}

imgui_title()   { echo "Dear ImGui 1.90.1, source"; }
imgui_ready()   { stamp_is imgui "$tools/imgui" "$(source_identity imgui "${LAB_IMGUI_SOURCE:-}")"; }
imgui_install() {
  fetch_source imgui "${LAB_IMGUI_SOURCE:-}" '*.h' '*.cpp' LICENSE.txt backends misc/cpp
  put_in_place "$work/source" "$tools/imgui"
  stamp imgui "$(source_identity imgui "${LAB_IMGUI_SOURCE:-}")"
}

source_identity() { if [ -n "$2" ]; then echo "copied from $2"; else grep "^$1|" <<< "$pinned_sources"; fi; }

# fetch_source PACKAGE OWN-COPY PARTS...: leaves those parts of the source in $work/source, without dangling links.
fetch_source() {
  local package=$1 from=$2
  shift 2
  if [ -z "$from" ]; then
    fetch_pinned_source "$package"
    mkdir "$work/all"
    tar -C "$work/all" -x --strip-components=1 -f "$work/$package"_*.orig.tar.*
    from=$work/all
  fi
  [ -d "$from" ] || die "$from, named as the source of $package, is not a folder."
  mkdir "$work/source"
  # shellcheck disable=SC2048,SC2086  # the parts are patterns
  (cd "$from" && cp -a --parents $* "$work/source/")
  find "$work/source" -xtype l -delete
}

# json: only that header folder, because emcc must never see the system's include folder

json_title()   { echo "nlohmann-json headers for the web"; }
json_identity() { cksum < /usr/include/nlohmann/json.hpp; }
json_ready()   { is_there /usr/include/nlohmann/json.hpp && stamp_is json "$tools/include/nlohmann/json.hpp" "$(json_identity)"; }
json_install() {
  mkdir "$work/include"
  cp -aL /usr/include/nlohmann "$work/include/"
  put_in_place "$work/include" "$tools/include"
  stamp json "$(json_identity)"
}

# fonts: cut down to what a panel in a European language shows

readonly font_characters='0020-007E,00A0-017F,0192,02C6,02DC,0391-03A9,03B1-03C9,1E9E,2009,200A,2010-2015,2018-201E,2020-2022,2026,2030,2032,2033,2039,203A,20AC,2122,2190-2195,21BA,21BB,2202,2206,220F,2211,2212,2215,2219,221A,221E,222B,2248,2260,2264,2265,231A,231B,23CE,23F1,23F5,23F8-23FA,25A0,25A1,25AA,25AB,25B2,25B3,25B6-25B8,25BA,25BC,25BE,25C0,25C6,25C7,25CA,25CB,25CF,25D0,25D1,25E6,2600,2605,2606,263D,263E,2699,26A0,2713,2714,2715,2717,27F3'

fonts_title()    { echo "Fonts"; }
fonts_identity() { { font_files || true; } | xargs -r cat | cksum; echo "$font_characters"; }
fonts_ready()    { stamp_is fonts "$tools/fonts" "$(fonts_identity)"; }
font_files()     { compgen -G '/usr/share/fonts/*/inter/Inter-Regular.*'; compgen -G '/usr/share/fonts/*/inter/Inter-SemiBold.*'; compgen -G '/usr/share/fonts/*/jetbrains-mono/JetBrainsMono-Regular.ttf'; }
fonts_install() {
  local file
  mkdir "$work/fonts"
  for file in $(font_files); do
    hb-subset --unicodes="$font_characters" --no-hinting --drop-tables+=GSUB,GPOS,GDEF,kern,DSIG \
      --output-file="$work/fonts/$(basename "$file")" "$file"
  done
  cp /usr/share/doc/fonts-inter/copyright "$work/fonts/LICENSE-Inter.txt"
  cp /usr/share/doc/fonts-jetbrains-mono/copyright "$work/fonts/LICENSE-JetBrainsMono.txt"
  ls -l "$work/fonts"
  put_in_place "$work/fonts" "$tools/fonts"
  stamp fonts "$(fonts_identity)"
}

# port: SDL2 compiled for the web by Emscripten's own recipe

port_title()    { echo "SDL2 for the web"; }
port_identity() { read_file "$stamps/emscripten"; read_file "$stamps/sdl2"; }
# Never ready before an earlier step ($todo is set_up's) that will bring new sources or an empty cache.
port_ready() {
  [[ $todo != *emscripten* && $todo != *sdl2* ]] &&
    stamp_is port "$tools/emscripten/cache/sysroot/include/SDL2" "$(port_identity)"
}
port_install() {
  use_toolchain
  rm -rf "$tools"/emscripten/cache/{ports,ports-builds,sysroot/include/SDL2,sysroot/lib/wasm32-emscripten/libSDL2*}
  echo 'int main() { return 0; }' > "$work/empty.c"
  emcc --use-port=sdl2 "$work/empty.c" -o "$work/empty.mjs"
  stamp port "$(port_identity)"
}

# npm: the drivers for browsers, the type check

npm_title()    { echo "Test modules (npm)"; }
npm_ready()    { stamp_is npm tests/node_modules "$(cksum < tests/package-lock.json)"; }
npm_install() {
  (cd tests && npm ci --ignore-scripts --no-audit --no-fund) ||
    die "The test modules could not be fetched with npm: is the network up? Then run the same command again (log: .toolchain/logs/npm.log)."
  stamp npm "$(cksum < tests/package-lock.json)"
}
