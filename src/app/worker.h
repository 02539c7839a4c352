// Worker: one thread that does jobs in the order they were given.
// The board has two: one owns the fonts and draws the next page, one writes to the disk, so that
// neither layout nor a slow disk ever holds up the glass.
// It returns nothing: a job leaves its result where its giver can find it.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace heiban {

class Worker {
public:
  explicit Worker(const char* name); // at most 15 characters: what ps and gdb show
  ~Worker();                         // finishes the job under way and drops the rest
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  void post(std::function<void()> job);
  void finish(); // returns when every job given so far is done

private:
  void work(const char* name);

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> jobs_;
  bool busy_ = false, stopping_ = false;
  std::thread thread_;
};

} // namespace heiban
