// One call of plan over a board that is far too full: 2,000 notices of 5 pages. Wanted: ≤ 5 ms. The
// argument: notices. Beside it one of 30, and the forecast that `heiban check` prints. A board asks
// for a plan and for an interruption at every page it draws.
#include "programme/forecast.h"
#include "programme/plan.h"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

namespace heiban {
namespace {

constexpr Instant kNow{1'795'491'000};
constexpr int kPages = 5;

struct Board {
  Edition edition;
  Metrics metrics;
  ProgrammeRules rules;

  explicit Board(int notices) {
    for (int i = 0; i < notices; ++i) {
      EditionNotice& one = edition.notices.emplace_back();
      one.notice.id = fmt::format("{:016x}", i * 2654435761u);
      one.notice.title = fmt::format("云岭县教育局关于做好2026年第{}号工作的通知", i);
      one.notice.category = "公告公示";
      one.from = kNow - kDay;
      if (i % 7 == 0)
        one.notice.valid_to = one.until = kNow + 10 * kDay;
      std::vector<PageMetrics>& pages = metrics.notices[one.notice.id].pages;
      for (int page = 0; page < kPages; ++page)
        pages.push_back({100 + (i * 37 + page * 11) % 200, 0, false, 12, 0});
    }
    metrics.index.assign(3, {300});
  }
};

// Turn by turn, as a board asks: what was shown grows within the round.
void plan_a_turn(benchmark::State& state) {
  const Board board(static_cast<int>(state.range(0)));
  Shown shown;
  for (auto _ : state) {
    Plan next = plan(board.edition, board.metrics, shown, board.rules, kNow);
    benchmark::DoNotOptimize(next);
    shown = std::move(next.after);
  }
}
BENCHMARK(plan_a_turn)->Arg(30)->Arg(2000)->Unit(benchmark::kMicrosecond);

void does_it_interrupt(benchmark::State& state) {
  const Board board(static_cast<int>(state.range(0)));
  for (auto _ : state)
    benchmark::DoNotOptimize(interrupts(board.edition, board.metrics, {}, board.rules, kNow));
}
BENCHMARK(does_it_interrupt)->Arg(30)->Arg(2000)->Unit(benchmark::kMicrosecond);

// One that leads every round and has had its turn: the dearest answer is a no.
void does_an_urgent_one_interrupt(benchmark::State& state) {
  Board board(static_cast<int>(state.range(0)));
  board.edition.notices.back().notice.urgency = Urgency::Urgent;
  const Shown shown{.done = {board.edition.notices.back().notice.id}};
  for (auto _ : state)
    benchmark::DoNotOptimize(interrupts(board.edition, board.metrics, shown, board.rules, kNow));
}
BENCHMARK(does_an_urgent_one_interrupt)->Arg(30)->Arg(2000)->Unit(benchmark::kMicrosecond);

void forecast_a_board(benchmark::State& state) {
  const Board board(static_cast<int>(state.range(0)));
  for (auto _ : state)
    benchmark::DoNotOptimize(forecast(board.edition, board.metrics, board.rules, kNow));
}
BENCHMARK(forecast_a_board)->Arg(30)->Arg(2000)->Unit(benchmark::kMicrosecond);

} // namespace
} // namespace heiban

BENCHMARK_MAIN();
