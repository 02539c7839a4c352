// What the basis of a fee must name: the organ that approved it, and the number of its document.
// fee_rules asks it of each fee. It does not know which organs there are, nor whether a document
// exists.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace heiban {

// 云发改〔2026〕12号 with any brackets in use, 2026年第12号, 国务院令第284号, 常务会议纪要第12期.
bool names_document(std::string_view text);

bool names_organ(std::string_view text); // 县发展和改革局, 省价格主管部门, 学校

// A document's number in another form than GB/T 9704—2012 7.2.5 gives it: [2026]12号,
// （2026）第12号, 〔2026〕012号.
struct DocumentForm {
  std::string written, right; // from the year's bracket to 号: 〔2026〕12号
};
std::optional<DocumentForm> misformed_document(std::string_view text); // the first of them

} // namespace heiban
