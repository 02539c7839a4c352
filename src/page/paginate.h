// paginate: a notice → its pages. Starts, metrics and the count are computed fully; a page's
// display list is made when it is asked for, so a list of 50,000 rows costs what one page costs.
// board, snapshot, `heiban pages` and the programme's metrics call it; one FontSet, one thread.
// It opens no picture (sizes are in the blocks), draws no pixel and knows no edition.
#pragma once

#include "base/result.h"
#include "config/settings.h"
#include "config/theme.h"
#include "notice/notice.h"
#include "page/frame.h"
#include "page/page.h"
#include "text/font_set.h"

#include <memory>
#include <string>
#include <vector>

namespace heiban {

struct PageStyle {
  int width = 1920, height = 1080; // px, rotation undone
  Theme theme;
  ScreenSettings screen;
  Bureau bureau;
  std::string disclaimer;
  std::optional<CivilDate> today; // whose day of a 公示期 the page names; none: no clock to trust
};

struct PageFacts { // what the programme wants to know of a page without drawing it
  int characters = 0, rows = 0;
  bool picture = false;
  int digits = 0, cells = 0; // of the characters; of tables, head rows included
};

class Pagination {
public:
  virtual ~Pagination() = default;
  virtual size_t count() const = 0;
  virtual PageFacts facts(size_t index) const = 0; // index from 0
  virtual Page page(size_t index) const = 0;
  virtual const std::vector<std::string>& findings() const = 0; // Chinese
};

// Always at least one page, at any size from 64 × 64; nothing is ever cut or left out
// (TYPESETTING 27). `fonts` must outlive the result.
std::unique_ptr<Pagination> paginate(const Notice& notice, const PageStyle& style, FontSet& fonts);

// The page that stands when nothing valid is left: name, address, hours, phones, website.
Page fallback_page(const PageStyle& style, FontSet& fonts);

} // namespace heiban
