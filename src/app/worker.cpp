#include "app/worker.h"

#include <pthread.h>
#include <utility>

namespace heiban {

Worker::Worker(const char* name) : thread_([this, name] { work(name); }) {}

Worker::~Worker() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void Worker::post(std::function<void()> job) {
  {
    const std::lock_guard lock(mutex_);
    jobs_.push_back(std::move(job));
  }
  changed_.notify_all();
}

void Worker::finish() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return jobs_.empty() && !busy_; });
}

void Worker::work(const char* name) {
  ::pthread_setname_np(::pthread_self(), name);
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return stopping_ || !jobs_.empty(); });
    if (stopping_)
      return;
    std::function<void()> job = std::move(jobs_.front());
    jobs_.pop_front();
    busy_ = true;
    lock.unlock();
    job();
    job = nullptr; // what it holds is freed before anybody is told that it is done
    lock.lock();
    busy_ = false;
    changed_.notify_all();
  }
}

} // namespace heiban
