// Result<T> is a value or an Error, and the only way a failure crosses a folder.
// Every folder returns it; it is spelled like C++23's std::expected, which g++ 12 lacks.
// It does not carry exceptions, error codes or stack traces: a message tells a person what to do.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace heiban {

// Named for the caller's next move.
enum class ErrorKind {
  NotFound,  // go on without it
  TryLater,  // back off, then try again
  Malformed, // drop this item and count it
  Refused,   // tell staff
  Broken,    // exit; the supervisor restarts
};

struct Error {
  ErrorKind kind = ErrorKind::Broken;
  std::string message;
};

template <class T>
class [[nodiscard]] Result {
public:
  Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : held_(std::in_place_index<1>, std::move(error)) {}
  Result(ErrorKind kind, std::string message) : Result(Error{kind, std::move(message)}) {}

  bool has_value() const { return held_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  T& value() & { return assert(has_value()), *std::get_if<0>(&held_); }
  const T& value() const& { return assert(has_value()), *std::get_if<0>(&held_); }
  // By value, so that `for (auto& one : load().value().items)` does not outlive what it reads.
  T value() && { return assert(has_value()), std::move(*std::get_if<0>(&held_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  T value_or(T other) const& { return has_value() ? value() : std::move(other); }

  const Error& error() const { return assert(!has_value()), *std::get_if<1>(&held_); }

private:
  std::variant<T, Error> held_;
};

template <>
class [[nodiscard]] Result<void> {
public:
  Result() = default;
  Result(Error error) : error_(std::move(error)), failed_(true) {}
  Result(ErrorKind kind, std::string message) : Result(Error{kind, std::move(message)}) {}

  bool has_value() const { return !failed_; }
  explicit operator bool() const { return has_value(); }
  const Error& error() const { return assert(failed_), error_; }

private:
  Error error_;
  bool failed_ = false;
};

} // namespace heiban
