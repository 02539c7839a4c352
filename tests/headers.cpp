// The headers every test includes, compiled once: see target_precompile_headers in CMakeLists.txt.
