# SPDX-FileCopyrightText: The Hierascope authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Warnings and definitions shared by every target, and the two functions that declare one.

add_library(hierascope_options INTERFACE)
target_include_directories(hierascope_options INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_options(hierascope_options INTERFACE -Wall -Wextra -Wpedantic -Wnon-virtual-dtor
                                                    $<$<BOOL:${HIERASCOPE_WERROR}>:-Werror>)

find_program(HIERASCOPE_MOLD mold)
if(HIERASCOPE_MOLD)
    target_link_options(hierascope_options INTERFACE -fuse-ld=mold)
endif()

# hierascope_add_library(ROOM SOURCES file... [PUBLIC target...] [PRIVATE target...])
# One static library per core room: target hierascope_ROOM, alias Hierascope::ROOM.
function(hierascope_add_library room)
    cmake_parse_arguments(arg "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(hierascope_${room} STATIC ${arg_SOURCES})
    add_library(Hierascope::${room} ALIAS hierascope_${room})
    target_link_libraries(hierascope_${room} PUBLIC hierascope_options ${arg_PUBLIC}
                                             PRIVATE ${arg_PRIVATE})
endfunction()

# hierascope_add_test(PLACE SOURCES file... [LINK target...] [LABELS label...] [QT])
# One executable per tested room; its tests are named PLACE/Suite.Behaviour. QT: with a window-less
# QApplication (offscreen platform).
function(hierascope_add_test place)
    cmake_parse_arguments(arg "QT" "" "SOURCES;LINK;LABELS" ${ARGN})
    string(REPLACE "/" "_" name "${place}_test")
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE hierascope_options GTest::gmock ${arg_LINK})
    if(arg_QT)
        target_link_libraries(${name} PRIVATE hierascope_test_main_qt)
        set(environment "QT_QPA_PLATFORM=offscreen")
    else()
        target_link_libraries(${name} PRIVATE hierascope_test_main)
    endif()
    target_compile_definitions(${name} PRIVATE
        HIERASCOPE_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data"
        HIERASCOPE_RESOURCES="${CMAKE_SOURCE_DIR}/resources")
    include(GoogleTest)
    gtest_discover_tests(${name} TEST_PREFIX "${place}/" DISCOVERY_MODE PRE_TEST
        PROPERTIES TIMEOUT 60 ENVIRONMENT "${environment}" LABELS "${arg_LABELS}")
endfunction()
