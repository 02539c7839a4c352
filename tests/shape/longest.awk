# The longest functions of clang-formatted C++: "lines file:line name", one a line, unsorted.
#   awk -f tests/shape/longest.awk $(find src -name '*.cpp' -o -name '*.h') | sort -rn | head
# It trusts the format: a definition ends at the first "}" as far in as it began, and its signature
# begins after the last blank line, ";", "}" or "{".

function indent(line) { match(line, /^ */); return RLENGTH }

function signature_begins(line) {
  return begin == 0 && line !~ /^ *(\/\/|#|[{}]|(public|private|protected|case .*|default):)/ && line !~ /^ *$/
}

FNR == 1 { depth = 0; begin = 0; inside = 0 }

inside {
  if (indent($0) == depth && $0 ~ /^ *}/) {
    print FNR - begin + 1, FILENAME ":" begin, name
    inside = 0; begin = 0
  }
  next
}

{
  if (signature_begins($0)) { begin = FNR; depth = indent($0); name = ""; text = "" }
  if (begin == 0) next
  text = text (text == "" ? "" : " ") $0
  code = $0
  sub(/ *\/\/.*$/, "", code)
  if (code ~ /\{$/) {
    opens_function = text ~ /\(/ && text !~ /^ *(namespace|class|struct|enum|union|extern "C")/ &&
                     text !~ /^ *[^(]*= *(\[|\{)/
    if (opens_function) {
      name = text
      sub(/\(.*/, "", name); sub(/.*[ *&]/, "", name)
      if (name ~ /^TEST/) { name = text; gsub(/ *\{$/, "", name) }
      inside = 1
    } else begin = 0
  } else if (code ~ /[;}]$/) begin = 0
}
