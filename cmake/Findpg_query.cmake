# SPDX-License-Identifier: MIT
# PostgreSQL's parser as a library; it comes without a description for CMake or pkg-config.
find_path(pg_query_INCLUDE_DIR pg_query.h)
find_library(pg_query_LIBRARY pg_query)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(pg_query REQUIRED_VARS pg_query_LIBRARY pg_query_INCLUDE_DIR)
if(pg_query_FOUND AND NOT TARGET pg_query)
  add_library(pg_query UNKNOWN IMPORTED)
  set_target_properties(pg_query PROPERTIES IMPORTED_LOCATION ${pg_query_LIBRARY}
                                            INTERFACE_INCLUDE_DIRECTORIES ${pg_query_INCLUDE_DIR})
endif()
