# SPDX-FileCopyrightText: 2026 The Vitrina authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Compiler, linker and cache: one place, so that every target is built alike.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1")
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)
# moc of Qt 6.4 cannot read GCC 12's <concepts>: it is told that it has seen it.
set(CMAKE_AUTOMOC_MOC_OPTIONS -D_GLIBCXX_CONCEPTS=1)

find_program(CCACHE ccache)
if(CCACHE)
    # Relative paths let the same file hit the cache from any checkout.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}
        CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${CCACHE})
    set(CMAKE_C_COMPILER_LAUNCHER ${CMAKE_CXX_COMPILER_LAUNCHER})
endif()
find_program(MOLD mold)

add_library(vitrina_flags INTERFACE)
target_compile_options(vitrina_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
    -Woverloaded-virtual -Wcast-align -Wimplicit-fallthrough $<$<BOOL:${VITRINA_WERROR}>:-Werror>)
target_compile_definitions(vitrina_flags INTERFACE QT_NO_CAST_FROM_ASCII QT_NO_FOREACH)
if(MOLD AND NOT VITRINA_FUZZ)
    target_link_options(vitrina_flags INTERFACE -fuse-ld=mold)
endif()
if(VITRINA_SANITIZE)
    add_compile_options(-fsanitize=${VITRINA_SANITIZE} -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${VITRINA_SANITIZE})
endif()
if(VITRINA_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link,address)
    add_link_options(-fsanitize=address)
endif()
