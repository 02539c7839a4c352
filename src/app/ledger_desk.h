// The ledger's desk: what staff ask of the record of the wall, from its files alone.
// `heiban ledger` is this (cmd_ledger.cpp holds the options). All but the papers, which bear the
// bureau's name, work without a config: evidence must not depend on one.
// It changes nothing: the board alone writes the ledger.
#pragma once

#include "app/setup.h"

#include <string>

namespace heiban {

struct LedgerOptions {
  SetupOptions setup;
  std::string notice, from, to, contains, out;
  bool json = false, csv = false, html = false;
  int year = 0;
};

// Exit codes: 0; 1 the chain does not hold; 64 usage; 65 no such notice; 66 no ledger; 70 the file
// cannot be written; 78 config.
int ledger_list(const LedgerOptions& options);
int ledger_show(const LedgerOptions& options);
int ledger_verify(const LedgerOptions& options);
int ledger_export(const LedgerOptions& options);
int ledger_report(const LedgerOptions& options);

} // namespace heiban
