# shellcheck shell=bash
# What is fetched, exactly, and which ordinary packages are needed.

# What is fetched, exactly. NAME|VERSION|ARCHITECTURE|SHA-256
readonly pinned_packages='
emscripten|3.1.69+dfsg-3|all|d2ac788b952c56ab6736b4db2ac0825aa63cfb4c08b8abaefe19e324779d1b2d
node-acorn|8.8.1+ds+~cs25.17.7-2|all|5c6814cf6536892b3a93cc72a0a3792beb0d3f6be3d69f499ca7d764583479a9
binaryen|120-4|amd64|47be56009e56170f4338a0154fbff2028bd607bc3c8b6a5414658a985bef6470
binaryen|120-4|arm64|f1ab3b2a3e1852d47cbd721c630be749094249c48fd1d2eec218e24bffda936b
libc6|2.41-12+deb13u5|amd64|b59b0625cd1a791375d40dab23a4d5d3d0641e3d0a773501becdc3725b7f99cf
libc6|2.41-12+deb13u5|arm64|0966fc3da1a26cc57647c68b5736f791b6e7eb498173a7993f63b6c89b4ed4f5
libstdc++6|14.2.0-19|amd64|ab1fa05837aa7a92aae748fd07a18a35f7d18bb4a71c4724fe2bbf0e32089de0
libstdc++6|14.2.0-19|arm64|6669b0c52a2e7c6af9adfdabce3ff6e286065cdfbc7b85280862b5f799daebee
libgcc-s1|14.2.0-19|amd64|3c71917b490d1a17aed43196a2787a256ecf060526cdb20216a74bedc061b150
libgcc-s1|14.2.0-19|arm64|1108bc87879833d6d9a145f22a4a15cddb34e065b4b5f4b97bee586adbac2851'
# SOURCE PACKAGE|VERSION|TARBALL|SHA-256
readonly pinned_sources='
libsdl2|2.32.4+dfsg-1|libsdl2_2.32.4+dfsg.orig.tar.gz|d364cded8bf41f3f503014d3fb6473f1a7077ff468da1638dae4a6bec6ef2277
imgui|1.90.1+ds-1|imgui_1.90.1+ds.orig.tar.xz|ecce377df0f90b292f15dcbd83d438bddc162b2388c881132bde18c787572a1c'
readonly pinned_suite=trixie oldest_emscripten=3.1.69 oldest_node=18

# Ordinary packages. PACKAGE=what shows that it is there (a program, or a file that may be a pattern)
readonly packages_common='
cmake=cmake ninja-build=ninja python3=python3 xz-utils=xz libharfbuzz-bin=hb-subset
fonts-inter=/usr/share/fonts/*/inter/Inter-Regular.*
fonts-jetbrains-mono=/usr/share/fonts/*/jetbrains-mono/JetBrainsMono-Regular.ttf
nlohmann-json3-dev=/usr/include/nlohmann/json.hpp'
readonly packages_web="$packages_common nodejs=node"
readonly packages_own_emscripten='
clang-19=/usr/lib/llvm-19/bin/clang lld-19=/usr/lib/llvm-19/bin/wasm-ld llvm-19=/usr/lib/llvm-19/bin/llvm-ar'
readonly packages_native="$packages_common
clang-19=clang++-19 lld-19=ld.lld-19 llvm-19=llvm-ar-19 pkg-config=pkg-config libsdl2-dev=/usr/include/SDL2/SDL.h
libgl-dev=/usr/include/GL/gl.h libgl1-mesa-dri=/usr/lib/*/dri/*_dri.so libcli11-dev=/usr/include/CLI/CLI.hpp
libcpp-httplib-dev=/usr/include/httplib.h libpng-dev=/usr/include/png.h libgtest-dev=/usr/include/gtest/gtest.h"
readonly packages_bench='
libtbb-dev=/usr/include/oneapi/tbb.h libomp-19-dev=/usr/lib/llvm-19/lib/libomp.so'
readonly packages_test='
libclang-rt-19-dev=/usr/lib/llvm-19/lib/clang/19/lib/*/libclang_rt.tsan*.a
python3-jsonschema=/usr/lib/python3/dist-packages/jsonschema npm=npm chromium=chromium firefox-esr=firefox-esr xvfb=Xvfb xauth=xauth
shellcheck=shellcheck clang-tidy-19=clang-tidy-19 clang-format-19=clang-format-19'
