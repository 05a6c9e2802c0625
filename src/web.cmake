# The programs for browsers: wasm/<name>.mjs beside wasm/<name>.wasm, an ES module that exports a
# factory.
set(lab_web_library "${CMAKE_CURRENT_SOURCE_DIR}/platform/web/library.js" CACHE INTERNAL "What C++ calls in JavaScript")

function(lab_web_program target factory)
  set_target_properties(${target} PROPERTIES SUFFIX .mjs LINK_DEPENDS "${lab_web_library}")
  target_link_options(${target} PRIVATE -sEXPORT_NAME=${factory} "--js-library=${lab_web_library}" ${ARGN})
  install(FILES "$<TARGET_FILE:${target}>" "$<TARGET_FILE_DIR:${target}>/${target}.wasm" DESTINATION wasm)
endfunction()

if(LAB_THREADS)
  set(lab_engine_program engine-threads)
  set(lab_hand_over hand_over_threads.js)
  # The window makes the workers before they are needed; `poolSize` is an option of the module.
  set(lab_engine_options -sPROXY_TO_PTHREAD "-sPTHREAD_POOL_SIZE=Module.poolSize" -sEXPORTED_RUNTIME_METHODS=PThread
    -sDEFAULT_PTHREAD_STACK_SIZE=256kb -Wno-pthreads-mem-growth -sINITIAL_MEMORY=32mb -sMAXIMUM_MEMORY=1gb)
else()
  set(lab_engine_program engine-single)
  set(lab_hand_over hand_over_single.js)
  set(lab_engine_options -sINITIAL_MEMORY=16mb)
endif()

add_executable(${lab_engine_program} engine/main_web.cc)
target_link_libraries(${lab_engine_program} PRIVATE lab_engine lab_flags)
lab_web_program(${lab_engine_program} createEngine
  "--js-library=${CMAKE_CURRENT_SOURCE_DIR}/platform/web/${lab_hand_over}" ${lab_engine_options})
