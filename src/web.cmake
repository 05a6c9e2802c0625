# The programs for browsers: wasm/<name>.js beside wasm/<name>.wasm, an ES module (servers know the type of no .mjs) that exports a
# factory.
set(lab_web_library "${CMAKE_CURRENT_SOURCE_DIR}/platform/web/library.js" CACHE INTERNAL "What C++ calls in JavaScript")

function(lab_web_program target factory)
  set_target_properties(${target} PROPERTIES SUFFIX .js LINK_DEPENDS "${lab_web_library}")
  target_link_options(${target} PRIVATE -sEXPORT_NAME=${factory} "--js-library=${lab_web_library}" ${ARGN})
  install(FILES "$<TARGET_FILE:${target}>" "$<TARGET_FILE_DIR:${target}>/${target}.wasm" DESTINATION release/wasm)
endfunction()

# The engine in two builds that differ in these sources and options.
function(lab_web_engine build)
  cmake_parse_arguments(ENGINE "" "" "SOURCES;OPTIONS" ${ARGN})
  set(program engine-${build})
  add_executable(${program} engine/main_web.cc platform/web/build_${build}.cc ${ENGINE_SOURCES})
  target_compile_options(${program} PRIVATE -pthread)
  target_link_libraries(${program} PRIVATE lab_engine lab_flags)
  lab_web_program(${program} createEngine
    "--js-library=${CMAKE_CURRENT_SOURCE_DIR}/platform/web/hand_over_${build}.js" ${ENGINE_OPTIONS})
endfunction()

lab_web_engine(single SOURCES model/catalog_single.cc OPTIONS -sINITIAL_MEMORY=16mb)
# The window makes the workers before they are needed; `poolSize` is an option of the module.
lab_web_engine(threads SOURCES platform/web/thread.cc ${lab_thread_models} OPTIONS
  -pthread -sPROXY_TO_PTHREAD "-sPTHREAD_POOL_SIZE=Module.poolSize" -sEXPORTED_RUNTIME_METHODS=PThread
  -sDEFAULT_PTHREAD_STACK_SIZE=256kb -Wno-pthreads-mem-growth -sINITIAL_MEMORY=32mb -sMAXIMUM_MEMORY=1gb)

add_executable(reader messages/reader_web.cc)
target_link_libraries(reader PRIVATE lab_messages lab_flags)
lab_web_program(reader createReader -sINITIAL_MEMORY=16mb)
