# SPDX-FileCopyrightText: 2026 The Vitrina authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The dependency table: who may use whom. It is the only place where modules are linked, so an edge that is not
# here does not compile; tests/architecture reads this same file and walks the includes.
#
#   name | folder | may use | third party
#
# A module's include root holds its own folder only (a link in the build tree), so "show/Show.hpp" is found by
# those who list show and by nobody else.
set(VITRINA_MODULES
    "base|app/base||Threads::Threads"
    "show|app/show|base|"
    "stage|app/stage|base|"
    "commerce|app/commerce|base|"
    "audience|app/audience|base|ICU::uc ICU::i18n"
    "record|app/record|base show stage commerce audience|Boost::json"
    "journal|app/journal|base record|SQLite::SQLite3"
    "insight|app/insight|base record show stage commerce audience|Boost::json"
    "protocol|app/protocol|base record show stage commerce audience|Boost::json"
    "extension|app/extension|base commerce audience|"
    "wire|app/wire|base|Boost::asio OpenSSL::SSL OpenSSL::Crypto"
    "server|app/server|base show stage commerce audience record protocol journal insight extension wire|Boost::asio Boost::json SQLite::SQLite3 CURL::libcurl OpenSSL::Crypto ZLIB::ZLIB"
    "plugin_vendure|plugins/vendure|base commerce extension|Boost::json"
    "link|app/link|base record protocol journal wire|Boost::asio Boost::json"
    "engine|app/engine|base stage|"
    "engine_obs|app/engine/obs|base stage engine|OBS::libobs PkgConfig::FFMPEG PkgConfig::DESKTOP X11::X11"
    "control|app/control|base show stage commerce audience record journal insight engine|Qt6::Core"
    "rehearsal|app/rehearsal|base record protocol|Boost::asio Boost::json OpenSSL::SSL OpenSSL::Crypto"
    "studio|app/studio|base show stage commerce audience record journal insight protocol extension wire link engine engine_obs control rehearsal|Qt6::Core Qt6::DBus Qt6::Gui Qt6::Widgets Qt6::Svg PkgConfig::QRENCODE Boost::json X11::X11"
    "ui_theme|ui/theme|base|Qt6::Widgets Qt6::Svg"
    "ui_widgets|ui/widgets|base ui_theme|Qt6::Widgets Qt6::Svg PkgConfig::QRENCODE"
    "ui_models|ui/models|base show stage commerce audience engine record insight control ui_theme ui_widgets|Qt6::Widgets"
    "ui_panels|ui/panels|base show stage commerce audience engine record insight control ui_theme ui_widgets ui_models|Qt6::Widgets"
    "ui_host|ui/host|base show stage commerce audience engine record insight control ui_theme ui_widgets ui_models ui_panels|Qt6::Widgets"
    "ui_dialogs|ui/dialogs|base show stage commerce audience engine record insight control ui_theme ui_widgets ui_models ui_panels|Qt6::Widgets"
    "ui_shell|ui/shell|base show stage commerce audience engine record insight control ui_theme ui_widgets ui_models ui_panels ui_host ui_dialogs|Qt6::Widgets"
)

function(vitrina_module row)
    # A '|' row with empty cells: keep them.
    string(REPLACE "|" ";" cells "${row}")
    list(GET cells 0 name)
    list(GET cells 1 folder)
    list(GET cells 2 uses)
    list(GET cells 3 third)
    string(REPLACE " " ";" uses "${uses}")
    string(REPLACE " " ";" third "${third}")
    set(source ${CMAKE_SOURCE_DIR}/${folder})
    file(GLOB_RECURSE files CONFIGURE_DEPENDS ${source}/*.cpp ${source}/*.hpp ${source}/*.qrc)
    list(FILTER files EXCLUDE REGEX "app/[a-z_]*main\\.cpp$|plugins/[a-z-]+/Entry\\.cpp$")
    if(name STREQUAL "engine")
        list(FILTER files EXCLUDE REGEX "/engine/obs/")
    endif()
    # app/x is included as "x/Y.hpp", ui/x as "ui/x/Y.hpp", app/engine/obs as "engine/obs/Y.hpp".
    string(REGEX REPLACE "^app/" "" inside ${folder})
    get_filename_component(parent ${CMAKE_BINARY_DIR}/roots/${name}/${inside} DIRECTORY)
    file(MAKE_DIRECTORY ${parent} ${source})
    if(NOT EXISTS ${CMAKE_BINARY_DIR}/roots/${name}/${inside})
        file(CREATE_LINK ${source} ${CMAKE_BINARY_DIR}/roots/${name}/${inside} SYMBOLIC)
    endif()
    if(NOT files MATCHES "\\.cpp")
        file(WRITE ${CMAKE_BINARY_DIR}/roots/${name}/empty.cpp "")
        list(APPEND files ${CMAKE_BINARY_DIR}/roots/${name}/empty.cpp)
    endif()
    add_library(vitrina_${name} STATIC ${files})
    target_include_directories(vitrina_${name} INTERFACE ${CMAKE_BINARY_DIR}/roots/${name})
    target_include_directories(vitrina_${name} PRIVATE ${CMAKE_BINARY_DIR}/roots/${name})
    foreach(used ${uses})
        target_link_libraries(vitrina_${name} PUBLIC vitrina_${used})
    endforeach()
    target_link_libraries(vitrina_${name} PRIVATE vitrina_flags PUBLIC ${third})
    if(NOT third MATCHES "Qt6")
        set_target_properties(vitrina_${name} PROPERTIES AUTOMOC OFF AUTORCC OFF)
    endif()
    set_property(GLOBAL PROPERTY VITRINA_USES_${name} "${uses}")
endfunction()

# vitrina_plugin(<name>): plugins/<name> as what vitrina-server loads from the folder "plugins" beside it. Its module holds
# all but the entry, so that tests link it as they do any other.
function(vitrina_plugin name)
    add_library(plugin_${name} MODULE ${CMAKE_SOURCE_DIR}/plugins/${name}/Entry.cpp)
    target_link_libraries(plugin_${name} PRIVATE vitrina_plugin_${name} vitrina_flags)
    set_target_properties(plugin_${name} PROPERTIES PREFIX "" OUTPUT_NAME ${name} AUTOMOC OFF AUTORCC OFF
        CXX_VISIBILITY_PRESET hidden LIBRARY_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin/plugins)
endfunction()

# Only the listed edges may exist: a use of something not yet listed above is an error at configuration.
set(known "")
foreach(row ${VITRINA_MODULES})
    string(REPLACE "|" ";" cells "${row}")
    list(GET cells 0 name)
    list(GET cells 2 uses)
    string(REPLACE " " ";" uses "${uses}")
    foreach(used ${uses})
        if(NOT used IN_LIST known)
            message(FATAL_ERROR "modules.cmake: ${name} uses ${used}, which stands below it or is unknown: a cycle?")
        endif()
    endforeach()
    list(APPEND known ${name})
    vitrina_module("${row}")
endforeach()
vitrina_plugin(vendure)

# Where resources are found while running from the build tree (app/studio/Places.cpp).
target_compile_definitions(vitrina_studio PRIVATE VITRINA_SOURCE_FOLDER="${CMAKE_SOURCE_DIR}")
