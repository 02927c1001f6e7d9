# SPDX-License-Identifier: MIT
# reckon_embed(OUT LAYER GLOBS...): data files of the catalogue -> one generated source that defines
# `reckon::LAYER::embedded_files()`. Texts are written byte for byte, YAML also as the tree that it is.

function(reckon_embed out layer)
  file(GLOB files CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR} ${ARGN})
  set(generated ${CMAKE_CURRENT_BINARY_DIR}/${layer}_embedded.cpp)
  list(TRANSFORM files PREPEND ${PROJECT_SOURCE_DIR}/ OUTPUT_VARIABLE paths)
  add_custom_command(
    OUTPUT ${generated}
    COMMAND embed_files ${PROJECT_SOURCE_DIR} ${layer} ${generated} ${files}
    DEPENDS ${paths} embed_files
    VERBATIM)
  set(${out} ${generated} PARENT_SCOPE)
endfunction()
