// Any HTML or plain text as a notice's body: clean texts, tables without overlap; the same twice.
#include "notice/html_blocks.h"
#include "wanted.h"

#include <cstdint>

namespace {

using namespace heiban;

void look_at(const Block& block) {
  wanted_clean(block.text);
  const size_t length = count_code_points(block.text);
  for (const TextRange& bold : block.bold)
    wanted(bold.start < bold.end && bold.end <= length, "bold lies inside the text");
  for (const auto& row : block.rows)
    for (const TableCell& cell : row) {
      wanted_clean(cell.text);
      wanted(cell.rowspan >= 1 && cell.colspan >= 1, "a cell covers itself");
    }
  for (const std::string& name : block.names)
    wanted_clean(name);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0)
    return 0;
  std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const bool plain = bytes.front() == '\0';
  if (plain)
    bytes.remove_prefix(1);
  if (!is_valid_utf8(bytes)) // charsets end before this
    return 0;
  const auto read = [&] {
    return plain ? plain_blocks(bytes, "通知")
                 : html_blocks(bytes, "通知", "https://www.yunling.example/a/");
  };
  const HtmlBlocks blocks = read(), again = read();
  wanted(blocks.blocks.size() == again.blocks.size(), "the same twice");
  for (const Block& block : blocks.blocks)
    look_at(block);
  return 0;
}
