// Pages: a list of 50,000 names to its first page with k/n, and all its pages; the notices of a
// day; a page's image beside a memcpy of the frame.
#include "calendar/instant.h"
#include "page/paginate.h"
#include "page/raster.h"

#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <sys/resource.h>

#include <cstdlib>
#include <cstring>

namespace heiban {
namespace {

constexpr size_t kRows = 50'000;

FontSet& fonts() {
  static const std::unique_ptr<FontSet> opened = [] {
    auto book = load_fonts(HEIBAN_ROOT "/fonts/fonts.toml");
    auto set = book ? FontSet::open(*book) : Result<std::unique_ptr<FontSet>>(book.error());
    if (!set)
      std::abort();
    return std::move(*set);
  }();
  return *opened;
}

PageStyle style() {
  auto theme = load_theme(HEIBAN_ROOT "/assets/themes/heiban.toml");
  if (!theme)
    std::abort();
  PageStyle style;
  style.theme = *theme;
  style.bureau.name = "云岭县教育局";
  style.disclaimer = "以云岭县教育局网站公布内容为准";
  return style;
}

std::string name_at(size_t i) {
  static const char* family[] = {"王", "李", "张", "刘", "陈", "杨", "赵", "黄", "欧阳", "买买提·"};
  static const char* given[] = {"晓梅", "文博", "䶮",   "一诺", "子墨",
                                "彧",   "頔",   "建国", "雨桐", "艾力"};
  return std::string(family[i % 10]) + given[i / 10 % 10];
}

Notice list(size_t rows, bool schools) {
  Notice notice;
  notice.title = "2026年普通高中录取名单公示";
  Block block;
  block.kind = BlockKind::Table;
  block.rows.push_back({{"序号", 1, 1, true}, {"姓名", 1, 1, true}});
  if (schools)
    block.rows.back().push_back({"录取学校", 1, 1, true});
  for (size_t i = 0; i < rows; ++i) {
    block.rows.push_back({{fmt::format("{}", i + 1)}, {name_at(i)}});
    if (schools)
      block.rows.back().push_back({i % 3 ? "云岭县第一中学" : "云岭县民族中学"});
  }
  notice.blocks.push_back(std::move(block));
  return notice;
}

long peak_kb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

void list_first_page(benchmark::State& state) {
  const Notice notice = list(kRows, state.range(0) != 0);
  const PageStyle look = style();
  paginate(list(10, false), look, fonts())->page(0); // faces opened
  const long before = peak_kb();
  size_t pages = 0;
  for (auto _ : state) {
    const auto laid = paginate(notice, look, fonts());
    const Page page = laid->page(0);
    pages = static_cast<size_t>(page.of);
    benchmark::DoNotOptimize(page.items.data());
  }
  state.counters["pages"] = static_cast<double>(pages);
  state.counters["grown_kb"] = static_cast<double>(peak_kb() - before);
}
BENCHMARK(list_first_page)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

// What turning through all pages adds to the memory that the first page took: nothing that grows
// with their number.
void list_all_pages(benchmark::State& state) {
  const Notice notice = list(static_cast<size_t>(state.range(0)), false);
  const PageStyle look = style();
  long first = 0;
  size_t pages = 0;
  for (auto _ : state) {
    const auto laid = paginate(notice, look, fonts());
    benchmark::DoNotOptimize(laid->page(0).items.size());
    first = first > 0 ? first : peak_kb();
    pages = laid->count();
    for (size_t i = 0; i < pages; ++i)
      benchmark::DoNotOptimize(laid->page(i).items.size());
  }
  state.counters["pages"] = static_cast<double>(pages);
  state.counters["grown_kb"] = static_cast<double>(peak_kb() - first);
}
BENCHMARK(list_all_pages)->Arg(5'000)->Arg(50'000)->Unit(benchmark::kMillisecond);

Notice prose(size_t paragraphs) {
  Notice notice;
  notice.title = "云岭县教育局关于做好2026年秋季学期控辍保学工作的通知";
  for (size_t i = 0; i < paragraphs; ++i) {
    Block block;
    block.text = "各学校以学籍系统为基础，与乡镇（街道）、村（社区）户籍信息逐人比对，对未到校、请"
                 "长假和随父母"
                 "外出的学生逐一核实去向，12月15日前完成台账更新。学生无正当理由连续3天未到校的，班"
                 "主任应当入"
                 "户家访；连续7天未到校的，学校书面报告乡镇人民政府，由乡镇组织劝返。";
    notice.blocks.push_back(std::move(block));
  }
  return notice;
}

void thirty_notices(benchmark::State& state) {
  const PageStyle look = style();
  for (auto _ : state)
    for (size_t i = 0; i < 30; ++i)
      benchmark::DoNotOptimize(paginate(prose(1 + i % 9), look, fonts())->count());
}
BENCHMARK(thirty_notices)->Unit(benchmark::kMillisecond);

void raster_page(benchmark::State& state) {
  PageStyle look = style();
  look.width = static_cast<int>(state.range(0));
  look.height = look.width * 9 / 16;
  const Page page = paginate(prose(6), look, fonts())->page(0);
  Image image(look.width, look.height);
  for (auto _ : state)
    raster_into(image, page, fonts(), {});
}
BENCHMARK(raster_page)->Arg(1920)->Arg(3840)->Unit(benchmark::kMillisecond);

void copy_frame(benchmark::State& state) {
  const int width = static_cast<int>(state.range(0));
  Image from(width, width * 9 / 16, 1), to(width, width * 9 / 16);
  for (auto _ : state) {
    std::memcpy(to.pixels.data(), from.pixels.data(), from.pixels.size() * sizeof(uint32_t));
    benchmark::ClobberMemory();
  }
}
BENCHMARK(copy_frame)->Arg(1920)->Arg(3840)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace heiban

BENCHMARK_MAIN();
