# SPDX-FileCopyrightText: 2026 The Vitrina authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Third-party libraries, all from Debian 12. A new one is named in ARCHITECTURE.md with its reason.
find_package(Threads REQUIRED)
find_package(Qt6 6.4 REQUIRED COMPONENTS Core DBus Gui Widgets Svg Test LinguistTools)
find_package(Boost 1.81 REQUIRED COMPONENTS json)
find_package(SQLite3 REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n)
find_package(OpenSSL REQUIRED)
find_package(CURL REQUIRED)
find_package(ZLIB REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(FFMPEG REQUIRED IMPORTED_TARGET libavformat libavcodec libavutil libswscale libswresample)
pkg_check_modules(DESKTOP REQUIRED IMPORTED_TARGET libavdevice xcb xcb-composite xcb-randr)
pkg_check_modules(QRENCODE REQUIRED IMPORTED_TARGET libqrencode)
find_package(X11 REQUIRED)
find_package(libobs REQUIRED)

# Asio and Beast compiled once (packaging/cmake/asio.cpp): their templates cost a minute in every file otherwise.
add_library(vitrina_asio STATIC ${CMAKE_SOURCE_DIR}/packaging/cmake/asio.cpp ${CMAKE_SOURCE_DIR}/packaging/cmake/asio_ssl.cpp)
target_compile_definitions(vitrina_asio PUBLIC BOOST_ASIO_SEPARATE_COMPILATION BOOST_BEAST_SEPARATE_COMPILATION
    BOOST_ASIO_NO_DEPRECATED BOOST_ASIO_DISABLE_VISIBILITY)
target_link_libraries(vitrina_asio PUBLIC Boost::headers Threads::Threads)
set_target_properties(vitrina_asio PROPERTIES AUTOMOC OFF AUTORCC OFF)
add_library(Boost::asio ALIAS vitrina_asio)
