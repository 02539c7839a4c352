// The ledger's numbers and causes in Chinese, for the certificate, the report and the commands.
// Only this folder and `heiban ledger` use it.
// It knows no layout: html.h writes pages, csv.h tables.
#pragma once

#include "calendar/instant.h"

#include <string>
#include <string_view>

namespace heiban {

std::string cause_zh(const std::string& cause); // "power" → 断电
std::string event_zh(const std::string& event); // "withdrawn" → 撤下
std::string seconds_zh(int64_t seconds);        // 3小时5分, 5分12秒, 12秒
std::string hours_zh(int64_t seconds);          // 1234.5小时
std::string html_text(std::string_view text);   // & < > " escaped
std::string csv_field(std::string_view text);   // RFC 4180, formulas disarmed
std::string html_page(std::string_view title,
                      std::string_view body); // A4, an official paper's look

} // namespace heiban
