# SPDX-FileCopyrightText: The Hierascope authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154
# What ./run, ./check and packaging/setup share. They set $root to the repository before reading it.

# dpkg and Xvfb want the sbin folders, which an ordinary user's PATH lacks.
export PATH="$PATH:/usr/sbin:/sbin"
# Without these two a second clone or build folder never meets ccache's entries of the first.
export CCACHE_NOHASHDIR=1 CCACHE_BASEDIR="$root"

say() { echo "hierascope: $*"; }

# fail STATUS SENTENCE
fail() {
    echo "hierascope: $2" >&2
    exit "$1"
}

cache_folder() { echo "${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/hierascope"; }

# The same rule as in packaging/cmake/FindLibTorch.cmake.
libtorch_folder() { echo "${HIERASCOPE_LIBTORCH:-$(cache_folder)/libtorch-2.11.0}"; }

has_nvidia_driver() { [ -e /proc/driver/nvidia/version ] || command -v nvidia-smi >/dev/null; }

# The system's Python comes first: it is the one that packaging/setup gives pip.
find_python() { if [ -x /usr/bin/python3 ]; then echo /usr/bin/python3; else echo python3; fi; }

# How many compilers may run at once: one per processor and per 1.5 GB of free memory.
build_jobs() {
    local processors memory_kib by_memory
    processors=$(nproc)
    memory_kib=$(awk '/^MemAvailable:/ { print $2 }' /proc/meminfo)
    by_memory=$((${memory_kib:-0} / 1500000))
    [ "$by_memory" -ge 1 ] || by_memory=1
    echo $((processors < by_memory ? processors : by_memory))
}

# A build folder made by another clone, or with a LibTorch that is elsewhere now, starts afresh.
configure_preset() {
    local folder="$root/build/$1" options=("-DLibTorch_ROOT=$(libtorch_folder)")
    if [ -f "$folder/CMakeCache.txt" ]; then
        if grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$folder/CMakeCache.txt" &&
            grep -qxF "LibTorch_CPU_LIBRARY:FILEPATH=$(libtorch_folder)/torch/lib/libtorch_cpu.so" \
                "$folder/CMakeCache.txt"; then
            [ ! -f "$folder/build.ninja" ] || return 0
        else
            options+=(--fresh)
        fi
    fi
    # Under the compiler that ./check uses, all presets share their flags, so that ccache serves all.
    [ "$(g++ -dumpversion 2>/dev/null)" != 12 ] || options+=(-DHIERASCOPE_WERROR=ON)
    say "Configuring the preset $1 in build/$1"
    (cd "$root" && cmake --preset "$1" "${options[@]}" >/dev/null) ||
        fail 1 "CMake could not configure the preset $1; what is missing stands above."
}

# build_preset PRESET [TARGET...]: one at a time in each clone, for Ninja has no lock of its own.
build_preset() {
    local preset=$1 targets=()
    shift
    [ $# -eq 0 ] || targets=(--target "$@")
    mkdir -p "$root/build"
    (
        flock 8
        configure_preset "$preset"
        cd "$root"
        cmake --build --preset "$preset" --parallel "$(build_jobs)" "${targets[@]}" 8>&- ||
            fail 1 "The preset $preset does not build; the first error stands above."
    ) 8>"$root/build/lock" || exit $?
}
