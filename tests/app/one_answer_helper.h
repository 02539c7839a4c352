// OneAnswer: a web server that gives one body to every question, or none.
// Tests of the poller put it in the network's place.
// It knows no validators and counts nothing.
#pragma once

#include "feed/fetcher.h"

#include <string>

namespace heiban {

class OneAnswer : public Fetcher {
public:
  explicit OneAnswer(std::string content_type) : type_(std::move(content_type)) {}

  Result<FetchResponse> fetch(const FetchRequest& request) override {
    if (body.empty())
      return {ErrorKind::TryLater, "没有回答"};
    FetchResponse response;
    response.status = 200;
    response.body = body;
    response.content_type = type_;
    response.final_url = request.url;
    return response;
  }

  std::string body; // empty: nobody answers

private:
  std::string type_;
};

} // namespace heiban
