# What `cmake --install` puts where, and the Debian package `cpack` makes of it:
#   cmake --preset release -DCMAKE_INSTALL_PREFIX=/usr -DHEIBAN_TESTS=OFF
#   cmake --build --preset release && (cd build/release && cpack)
include(GNUInstallDirs)
set(share ${CMAKE_INSTALL_DATADIR}/heiban)
install(TARGETS heiban)
install(DIRECTORY assets fonts DESTINATION ${share})
install(FILES config/heiban.toml DESTINATION /etc/heiban)
install(FILES config/fees-template.xlsx config/fees-template.csv DESTINATION ${share})
install(FILES README.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(PROGRAMS config/x-session.sh DESTINATION lib/heiban RENAME x-session)
install(DIRECTORY config/systemd/ DESTINATION lib/systemd/system FILES_MATCHING PATTERN *.service)
install(FILES config/systemd/heiban.sysusers DESTINATION lib/sysusers.d RENAME heiban.conf)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "heiban")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "notice board of a county education bureau, on a screen")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS
  "ca-certificates, fonts-noto-cjk, fonts-lxgw-wenkai, fonts-hanazono, fonts-dejavu-core")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
  "xserver-xorg-core, xserver-xorg-video-all, x11-xserver-utils, xauth, matchbox-window-manager")
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${PROJECT_SOURCE_DIR}/config/deb/conffiles;${PROJECT_SOURCE_DIR}/config/deb/postinst)
include(CPack)
