// Wall: an edition laid out for one screen: each notice's pages, kept while what they show holds.
// board, snapshot, plan and check walk it; it fills the programme's Metrics.
// It presents nothing and chooses nothing: programme/plan says which page, screen shows it.
#pragma once

#include "app/own_pages.h"
#include "app/setup.h"
#include "edition/edition.h"
#include "page/image.h"
#include "page/paginate.h"
#include "programme/plan.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace heiban {

struct WallFinding {
  std::string notice_id, title;
  std::string text; // Chinese
};

class Wall {
public:
  // `fonts` must outlive the wall.
  Wall(const Setup& setup, FontSet& fonts);

  // Lays out what is new or changed, forgets what is gone; index and quiet page are those of `at`.
  // Cheap where nothing changed: call it before every plan.
  // While the clock is not `trusted`, no page names a day.
  void take(const Edition& edition, Instant at, bool trusted = true);

  const Metrics& metrics() const { return metrics_; }
  const PageStyle& style() const { return style_; }
  // What a slot's page depends on besides the screen: pages with the same are the same.
  std::string shows(const Slot& slot) const;
  // The page of a slot; the fallback page for a notice that is not here.
  Page page(const Slot& slot) const;
  Image image(const Page& page) const;             // rastered, pictures included, no live labels
  void draw(Image& image, const Page& page) const; // the same into memory that is already there

  // What laying out found: characters no face has, tables set smaller …
  std::vector<WallFinding> findings() const;

private:
  struct Laid {
    std::string shows; // what the pages depend on: the content hash, the category, the urgency
    std::string title;
    std::unique_ptr<Pagination> pages;
  };
  void take_index(const Edition& edition, Instant at);

  PageStyle style_;
  FontSet& fonts_;
  std::string media_; // the folder of clean PNGs
  ProgrammeRules rules_;
  QuietWords quiet_;
  Laid index_;                       // without pages: none
  std::map<std::string, Laid> laid_; // by notice id
  Metrics metrics_;
};

} // namespace heiban
