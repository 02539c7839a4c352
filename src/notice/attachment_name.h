// The name of an attachment without what its site and its author put around it.
// The reader of attachments calls these on each name it found.
// They decide nothing about what is an attachment.
#pragma once

#include <string_view>

namespace heiban {

// Without blanks, dashes and colons before it, stops and commas behind it.
std::u32string_view trimmed_name(std::u32string_view name);

// 【招生计划.doc】已下载12次, 招生计划.doc（32KB）, 招生计划.doc 预览 下载 → 招生计划.doc
std::u32string_view bare_name(std::u32string_view name);

} // namespace heiban
