// numbering_of: the number a paragraph begins with, in the forms staff type, and its level.
// The readers of headings, items and attachments ask it.
// It says nothing about whether the paragraph is a heading.
#pragma once

#include <cstddef>
#include <string_view>

namespace heiban {

struct Numbering {
  int level = 0;     // GB/T 9704 7.3.3: 1 一、 2 （一） 3 1. 4 （1）; 0: none
  int number = 0;    // its value
  size_t length = 0; // code points, blanks after it included
};

// Half and full width, 1、 and 1) too, ㈠ ⑴ ⒈ as one character. Not a number: 一、二年级,
// 1.5万, 2026.11.24.
Numbering numbering_of(std::u32string_view text);

// 第一章 and 第二编 1, 第三节 2; 0: none. `length` is up to the title.
Numbering chapter_of(std::u32string_view text);

// 0 … 99 in Han numerals (十, 二十三, 二三); −1 otherwise.
int han_number(std::u32string_view numerals);

} // namespace heiban
