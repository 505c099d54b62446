# SPDX-License-Identifier: Apache-2.0
# The Debian package: what is installed where, and what CPack must know. deploy/package/make makes it;
# deploy/README.md says what it does to a machine.
set(package ${CMAKE_CURRENT_LIST_DIR})
set(made ${PROJECT_BINARY_DIR}/deb)  # what is written by CMake, and nowhere else
set(etc /etc/clinic-kiosk)
set(doc share/doc/clinic-kiosk)
set(KIOSK_MAINTAINER "Clinic kiosk maintainers <maintainers@clinic-kiosk.invalid>" CACHE STRING "Who answers for the package: Name <address>")

# --- The program, its pages, its papers.
install(TARGETS kiosk RUNTIME DESTINATION bin)
# Both pages are made of what `kiosk --help` says, so they cannot say something else.
add_custom_command(
  OUTPUT ${made}/kiosk.1.gz ${made}/clinic-kiosk-machine.conf.5.gz ${made}/changelog.gz
  COMMAND ${package}/man ${package}/kiosk.1.in ${made}/kiosk.1.gz ${CMAKE_CROSSCOMPILING_EMULATOR} $<TARGET_FILE:kiosk>
  COMMAND ${package}/man ${package}/clinic-kiosk-machine.conf.5.in ${made}/clinic-kiosk-machine.conf.5.gz
          ${CMAKE_CROSSCOMPILING_EMULATOR} $<TARGET_FILE:kiosk>
  COMMAND ${package}/changelog ${PROJECT_SOURCE_DIR}/CHANGELOG.md ${made}/changelog.gz ${PROJECT_VERSION} ${KIOSK_MAINTAINER}
  DEPENDS kiosk ${package}/man ${package}/kiosk.1.in ${package}/clinic-kiosk-machine.conf.5.in ${package}/changelog
          ${PROJECT_SOURCE_DIR}/CHANGELOG.md
  VERBATIM)
add_custom_target(package_texts DEPENDS ${made}/kiosk.1.gz)
install(FILES ${made}/kiosk.1.gz DESTINATION share/man/man1)
install(FILES ${made}/clinic-kiosk-machine.conf.5.gz DESTINATION share/man/man5)
install(FILES ${made}/changelog.gz ${package}/copyright CONTRIBUTING.md deploy/README.md deploy/SECURITY.md
        DESTINATION ${doc})

# --- The clinic's words: to be edited in /etc, and as they were shipped, to compare with (kiosk diff).
set(conffiles ${etc}/machine.conf)
install(FILES ${package}/machine.conf DESTINATION ${etc})
foreach(folder ${etc}/content share/clinic-kiosk/content)
  install(FILES content.xml DESTINATION ${folder})
  install(DIRECTORY screens DESTINATION ${folder})
endforeach()
file(GLOB_RECURSE words RELATIVE ${PROJECT_SOURCE_DIR} CONFIGURE_DEPENDS screens/*)
foreach(file content.xml ${words})
  list(APPEND conffiles ${etc}/content/${file})
endforeach()

# --- Units and what belongs to them: deploy/units/NAME goes where its name says.
set(units ${PROJECT_SOURCE_DIR}/deploy/units)
file(GLOB unit_files RELATIVE ${units} CONFIGURE_DEPENDS ${units}/*)
foreach(file ${unit_files})
  if(file MATCHES "^(sysusers|tmpfiles|sysctl)\\.conf$")
    install(FILES ${units}/${file} DESTINATION lib/${CMAKE_MATCH_1}.d RENAME clinic-kiosk.conf)
  elseif(file STREQUAL logind.conf)
    install(FILES ${units}/${file} DESTINATION lib/systemd/logind.conf.d RENAME clinic-kiosk.conf)
  elseif(file STREQUAL modprobe.conf)
    install(FILES ${units}/${file} DESTINATION /lib/modprobe.d RENAME clinic-kiosk.conf)
  elseif(file STREQUAL pam.conf)
    install(FILES ${units}/${file} DESTINATION /etc/pam.d RENAME clinic-kiosk)
    list(APPEND conffiles /etc/pam.d/clinic-kiosk)
  elseif(file MATCHES "\\.rules$")
    install(FILES ${units}/${file} DESTINATION /lib/udev/rules.d)
  elseif(file MATCHES "\\.(service|socket|target|timer|path)$")
    install(FILES ${units}/${file} DESTINATION /lib/systemd/system)
    list(APPEND UNITS ${file})
    file(STRINGS ${units}/${file} installs REGEX "^\\[Install\\]")
    if(installs)
      list(APPEND ENABLED ${file})
    endif()
  elseif(file STREQUAL masked)  # units of others that a kiosk must not have, one a line
    file(STRINGS ${units}/${file} MASKED REGEX "^[^#]")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${units}/${file})
  else()
    message(FATAL_ERROR "deploy/units/${file}: the package does not know where this goes. Say so in deploy/package/package.cmake.")
  endif()
endforeach()
foreach(list UNITS ENABLED MASKED)
  list(JOIN ${list} " " ${list})
endforeach()

# --- What dpkg runs and keeps.
foreach(script postinst prerm postrm)
  configure_file(${package}/${script}.in ${made}/${script} @ONLY FILE_PERMISSIONS
                 OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
endforeach()
list(JOIN conffiles "\n" conffiles)
file(CONFIGURE OUTPUT ${made}/conffiles CONTENT "${conffiles}\n")

# debian_packages(OUT LIST...): names from deploy/packages, the one place that has them, as a field of a package.
function(debian_packages out)
  list(TRANSFORM ARGN REPLACE "(.+)" "\"\${\\1[@]}\"" OUTPUT_VARIABLE lists)
  list(JOIN lists " " lists)
  execute_process(COMMAND bash -c "source deploy/packages && printf '%s\\n' ${lists} | sort -u | paste -sd, | sed 's/,/, /g'"
                  WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} OUTPUT_VARIABLE names OUTPUT_STRIP_TRAILING_WHITESPACE
                  COMMAND_ERROR_IS_FATAL ANY)
  set(${out} "${names}" PARENT_SCOPE)
endfunction()
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS deploy/packages)

set(CPACK_GENERATOR DEB)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_PACKAGE_NAME clinic-kiosk)
set(CPACK_PACKAGE_CONTACT "${KIOSK_MAINTAINER}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "touch screen of a waiting room: safety questions, handouts")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"A patient with upper back pain answers a few safety questions. Anyone with a
warning sign is sent to staff, with a note to hand over. Everyone else reads,
chooses and prints plain handouts about care at home. It asks no name and
keeps nothing of a visit.
.
Installed, this machine starts as a kiosk and is nothing else: the screen on
tty1, a service for the printer and the front desk beside it. It shows
nothing to patients until a clinician has approved the words.")
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
debian_packages(CPACK_DEBIAN_PACKAGE_DEPENDS run_packages console_packages machine_packages)
debian_packages(CPACK_DEBIAN_PACKAGE_RECOMMENDS map_packages sound_packages)
debian_packages(CPACK_DEBIAN_PACKAGE_SUGGESTS usb_printer_packages)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${package}/triggers ${made}/postinst ${made}/prerm ${made}/postrm ${made}/conffiles)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_SET_DESTDIR ON)  # /etc and /lib lie beside /usr
set(CPACK_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
include(CPack)
