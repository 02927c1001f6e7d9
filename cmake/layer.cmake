# SPDX-License-Identifier: MIT
# reckon_layer(NAME USES lower layers... LINKS third party...): one folder of src/ becomes one static library.
# Adding a file to the folder is all it takes to build it; `tests/house` keeps includes pointing down.

add_library(reckon_warnings INTERFACE)
target_compile_options(reckon_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wcast-qual
  -Wnon-virtual-dtor -Woverloaded-virtual -Wnull-dereference -Wdouble-promotion -Wformat=2
  -Wswitch-enum -Wundef -Wextra-semi
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wlogical-op>
  $<$<BOOL:${RECKON_WERROR}>:-Werror>)

# These three follow values through code that was inlined from elsewhere. Where everything is inlined, GCC 12 sees
# copies that overlap in each `"a" + text` (its bug 105651), null pointers inside std::vector and unset values inside
# std::optional, all in the standard library's own lines. The development presets inline little, and keep them as errors.
target_compile_options(reckon_warnings INTERFACE
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<NOT:$<CONFIG:Debug>>>:-Wno-restrict;-Wno-null-dereference;-Wno-maybe-uninitialized>)

# Equal results on every machine: no fused multiply-add, which would flip the last bit of a ceil.
add_compile_options(-ffp-contract=off)

# Reading the headers of the library and of Boost takes most of the time of a file, so the files of a folder are read
# one behind the other as one unit: names in their anonymous namespaces differ.
function(reckon_together target)
  if(RECKON_TOGETHER)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
    get_target_property(sources ${target} SOURCES)
    foreach(source IN LISTS sources)
      get_filename_component(room "${source}" DIRECTORY)
      string(MAKE_C_IDENTIFIER "room${room}" room)
      set_source_files_properties("${source}" PROPERTIES UNITY_GROUP "${room}")
    endforeach()
  endif()
endfunction()

function(reckon_layer name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "USES;LINKS;EXTRA")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  add_library(reckon_${name} STATIC ${sources})
  target_include_directories(reckon_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
  list(TRANSFORM arg_USES PREPEND reckon_)
  target_link_libraries(reckon_${name} PUBLIC ${arg_USES} fmt::fmt tl::expected
                                       PRIVATE reckon_warnings ${arg_LINKS})
  reckon_together(reckon_${name})
  # Generated data apart from the layer: when it changes it compiles nothing but itself, and a generated source inside
  # of the layer would let the layer and all above it wait until the layers below are linked.
  if(arg_EXTRA)
    add_library(reckon_${name}_data OBJECT ${arg_EXTRA})
    target_include_directories(reckon_${name}_data PRIVATE ${PROJECT_SOURCE_DIR}/src)
    target_link_libraries(reckon_${name}_data PRIVATE reckon_warnings)
    target_sources(reckon_${name} PRIVATE $<TARGET_OBJECTS:reckon_${name}_data>)
  endif()
endfunction()
