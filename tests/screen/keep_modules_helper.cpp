// SDL unloads its X11 helpers when it quits. LeakSanitizer looks for pointers at the very end, when
// the globals of an unloaded library are gone, and calls what only they held a leak of an unknown
// module. Modules that stay loaded are searched like everything else, and named in a real report.
#if defined(__SANITIZE_ADDRESS__)
extern "C" int dlclose(void*) {
  return 0;
}
#endif
