# The panel as an ES module with its own small memory: no threads, so it opens on every page.
set(lab_sdl --use-port=sdl2)

# Small before fast: a frame takes a fraction of a millisecond either way, the download does not; reading a file of
# a million events takes about a second. The engines share these rooms: what they measure is compiled for speed, and lies in others.
foreach(target IN ITEMS lab_messages lab_imgui lab_view lab_toolkit lab_timeline lab_panel lab_report lab_code lab_words lab_experiment lab_explain lab_engine)
  target_compile_options(${target} PRIVATE -Oz)
endforeach()
set_source_files_properties("${CMAKE_SOURCE_DIR}/src/stats/timeline.cc" TARGET_DIRECTORY lab_stats PROPERTIES COMPILE_OPTIONS -Oz)

add_executable(panel file_reader_web.cc frames_web.cc gl.cc input.cc main_web.cc offscreen.cc picture.cc renderer.cc surface_web.cc window.cc)
target_compile_options(panel PRIVATE ${lab_sdl} -Oz)
target_link_libraries(panel PRIVATE lab_panel lab_flags)
set_target_properties(panel PROPERTIES OUTPUT_NAME panel SUFFIX .js
  LINK_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/page_library.js;${CMAKE_CURRENT_SOURCE_DIR}/page_field.js;${CMAKE_CURRENT_SOURCE_DIR}/page_touch.js")
target_link_options(panel PRIVATE ${lab_sdl} -Oz
  "--js-library=${CMAKE_CURRENT_SOURCE_DIR}/page_library.js" "--js-library=${CMAKE_CURRENT_SOURCE_DIR}/page_field.js"
  "--js-library=${CMAKE_CURRENT_SOURCE_DIR}/page_touch.js"
  -sEXPORT_NAME=createPanel -sENVIRONMENT=web -sSTRICT=0 -sMIN_WEBGL_VERSION=1 -sMAX_WEBGL_VERSION=1
  -sINITIAL_MEMORY=33554432 -sSTACK_SIZE=262144 -sMALLOC=emmalloc
  -sINCOMING_MODULE_JS_API=canvas,arguments,locateFile,instantiateWasm,print,printErr,onAbort)
install(FILES "$<TARGET_FILE_DIR:panel>/panel.js" "$<TARGET_FILE_DIR:panel>/panel.wasm" DESTINATION release/wasm)
