# SPDX-License-Identifier: MIT
# reckon_embed(OUT GLOBS...): data files of the catalogue -> one generated source that defines
# `reckon::NAME::embedded_files()`. Content is written as an array of string pieces, byte for byte.

function(reckon_embed out layer)
  file(GLOB files CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR} ${ARGN})
  set(generated ${CMAKE_CURRENT_BINARY_DIR}/${layer}_embedded.cpp)
  list(TRANSFORM files PREPEND ${PROJECT_SOURCE_DIR}/ OUTPUT_VARIABLE paths)
  add_custom_command(
    OUTPUT ${generated}
    COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR} -DLAYER=${layer} -DOUT=${generated}
            "-DFILES=${files}" -P ${PROJECT_SOURCE_DIR}/cmake/embed_files.cmake
    DEPENDS ${paths} ${PROJECT_SOURCE_DIR}/cmake/embed_files.cmake
    VERBATIM)
  set(${out} ${generated} PARENT_SCOPE)
endfunction()
