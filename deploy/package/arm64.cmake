# SPDX-License-Identifier: Apache-2.0
# For arm64, on another architecture: Debian's cross compiler and arm64 libraries. What was built runs here in QEMU.
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR aarch64)
set(CMAKE_C_COMPILER aarch64-linux-gnu-gcc)
set(CMAKE_CXX_COMPILER aarch64-linux-gnu-g++)
set(CMAKE_CROSSCOMPILING_EMULATOR /usr/bin/qemu-aarch64-static)
set(ENV{PKG_CONFIG_LIBDIR} /usr/lib/aarch64-linux-gnu/pkgconfig:/usr/share/pkgconfig)  # else it finds this machine's own
set(CPACK_DEBIAN_PACKAGE_ARCHITECTURE arm64)
