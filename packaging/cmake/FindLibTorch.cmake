# SPDX-FileCopyrightText: The Hierascope authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# LibTorch as packaging/setup unpacks it from the PyPI wheel (its own CMake config demands a CUDA
# toolkit and rejects C++20). Imported targets: LibTorch::c10, LibTorch::torch (the CPU library), and
# LibTorch::gloo for whoever makes c10d's process groups (Gloo's own headers are not in the wheel).
# libtorch.so itself is never linked: it would need libtorch_cuda, which is opened at run time.

if(NOT LibTorch_ROOT)
    if(DEFINED ENV{HIERASCOPE_LIBTORCH})
        set(LibTorch_ROOT "$ENV{HIERASCOPE_LIBTORCH}")
    elseif(DEFINED ENV{XDG_CACHE_HOME})
        set(LibTorch_ROOT "$ENV{XDG_CACHE_HOME}/hierascope/libtorch-2.11.0")
    else()
        set(LibTorch_ROOT "$ENV{HOME}/.cache/hierascope/libtorch-2.11.0")
    endif()
endif()

find_path(LibTorch_INCLUDE_DIR torch/headeronly/version.h PATHS "${LibTorch_ROOT}/torch/include" NO_DEFAULT_PATH)
find_library(LibTorch_CPU_LIBRARY torch_cpu PATHS "${LibTorch_ROOT}/torch/lib" NO_DEFAULT_PATH)
find_library(LibTorch_C10_LIBRARY c10 PATHS "${LibTorch_ROOT}/torch/lib" NO_DEFAULT_PATH)

if(LibTorch_INCLUDE_DIR)
    file(STRINGS "${LibTorch_INCLUDE_DIR}/torch/headeronly/version.h" version_lines
         REGEX "#define TORCH_VERSION_(MAJOR|MINOR|PATCH) ")
    string(REGEX REPLACE ".*MAJOR ([0-9]+).*MINOR ([0-9]+).*PATCH ([0-9]+).*" "\\1.\\2.\\3"
           LibTorch_VERSION "${version_lines}")
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(LibTorch
    REQUIRED_VARS LibTorch_CPU_LIBRARY LibTorch_C10_LIBRARY LibTorch_INCLUDE_DIR
    VERSION_VAR LibTorch_VERSION
    REASON_FAILURE_MESSAGE "run packaging/setup, or set HIERASCOPE_LIBTORCH to an unpacked torch 2.11.0")

if(LibTorch_FOUND AND NOT TARGET LibTorch::torch)
    add_library(LibTorch::c10 SHARED IMPORTED)
    set_target_properties(LibTorch::c10 PROPERTIES
        IMPORTED_LOCATION "${LibTorch_C10_LIBRARY}"
        INTERFACE_COMPILE_DEFINITIONS "_GLIBCXX_USE_CXX11_ABI=1"
        INTERFACE_INCLUDE_DIRECTORIES
            "${LibTorch_INCLUDE_DIR};${LibTorch_INCLUDE_DIR}/torch/csrc/api/include")
    add_library(LibTorch::torch SHARED IMPORTED)
    set_target_properties(LibTorch::torch PROPERTIES
        IMPORTED_LOCATION "${LibTorch_CPU_LIBRARY}" INTERFACE_LINK_LIBRARIES LibTorch::c10)
    add_library(LibTorch::gloo INTERFACE IMPORTED)
    set_target_properties(LibTorch::gloo PROPERTIES
        INTERFACE_COMPILE_DEFINITIONS "USE_DISTRIBUTED;USE_C10D_GLOO"
        INTERFACE_INCLUDE_DIRECTORIES "${CMAKE_CURRENT_LIST_DIR}/gloo"
        INTERFACE_LINK_LIBRARIES LibTorch::torch)
endif()
mark_as_advanced(LibTorch_INCLUDE_DIR LibTorch_CPU_LIBRARY LibTorch_C10_LIBRARY)
