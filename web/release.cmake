# The last step of an installation: everything but index.html lies in a folder that is named after what it holds. So files of two
# builds never share an address, and whatever a browser has kept of another build, it opens this one.
get_filename_component(site "$ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}" ABSOLUTE BASE_DIR "${CMAKE_BINARY_DIR}")
file(GLOB_RECURSE files RELATIVE "${site}/release" "${site}/release/*")
foreach(file IN LISTS files)
  file(SHA256 "${site}/release/${file}" sum)
  string(APPEND sums "${file} ${sum}\n")
endforeach()
string(SHA256 build "${sums}")
string(SUBSTRING "${build}" 0 12 build)
string(PREPEND build "build-")

# What the window imports, and workers do not.
file(GLOB modules RELATIVE "${site}/release" "${site}/release/web/*.js" "${site}/release/src/words/english/page.js")
list(FILTER modules EXCLUDE REGEX "_worker\\.js$|/(early|main)\\.js$")
foreach(module IN LISTS modules)
  string(APPEND preloads "\n  <link rel=\"modulepreload\" href=\"${build}/${module}\">")
endforeach()

file(REMOVE_RECURSE "${site}/${build}")
file(RENAME "${site}/release" "${site}/${build}")
configure_file("${site}/${build}/index.html" "${site}/index.html" @ONLY)
file(REMOVE "${site}/${build}/index.html")
list(TRANSFORM CMAKE_INSTALL_MANIFEST_FILES REPLACE "/release/index.html$" "/index.html")
list(TRANSFORM CMAKE_INSTALL_MANIFEST_FILES REPLACE "/release/" "/${build}/")
message(STATUS "Installed as: ${site}/${build}")
