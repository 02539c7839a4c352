#include "notice/blocks_helper.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace heiban {
namespace {

struct Article {
  std::string name, title, html, blocks;
};

constexpr const char* kFile = HEIBAN_TESTS "/notice/articles.txt";

std::vector<Article> articles(std::string& head) {
  std::ifstream in(kFile);
  std::vector<Article> found;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("## "))
      found.push_back({line.substr(3), {}, {}, {}});
    else if (found.empty())
      head += line + '\n';
    else if (line.starts_with("@title "))
      found.back().title = line.substr(7);
    else if (line.starts_with("=> "))
      found.back().blocks += (found.back().blocks.empty() ? "" : "\n") + line.substr(3);
    else if (!line.empty())
      found.back().html += (found.back().html.empty() ? "" : "\n") + line;
  }
  return found;
}

void accept(const std::string& head, const std::vector<Article>& all) {
  std::ofstream out(kFile);
  out << head;
  for (const Article& article : all) {
    out << "## " << article.name << '\n';
    if (!article.title.empty())
      out << "@title " << article.title << '\n';
    out << article.html << '\n';
    std::istringstream lines(dump_html(article.html, article.title));
    for (std::string line; std::getline(lines, line);)
      out << "=> " << line << '\n';
    out << '\n';
  }
}

// HEIBAN_ACCEPT=1 writes what is made of each article now into the file.
TEST(Articles, AsTheirSitesPublishThem) {
  std::string head;
  const std::vector<Article> all = articles(head);
  if (std::getenv("HEIBAN_ACCEPT"))
    return accept(head, all);
  EXPECT_GT(all.size(), 80u);
  for (const Article& article : all)
    EXPECT_EQ(dump_html(article.html, article.title), article.blocks) << article.name;
}

} // namespace
} // namespace heiban
