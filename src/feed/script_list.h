// Lists that a page carries as data for its script, or that an address gives as JSON: arrays of
// objects with a title and an address → HTML that list_finder.h reads like any other list.
// feed/list_page.cpp calls it where the markup itself holds no list.
// It runs no script: what stands in no array of JSON objects is not found.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace heiban {

// One piece of HTML per array that may be a list, in the text's order. `text`: a script or JSON.
std::vector<std::string> lists_in_data(std::string_view text);

} // namespace heiban
