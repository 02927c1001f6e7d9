// SPDX-License-Identifier: MIT
// Two papers whose numbers hang together, in Markdown and as they are pasted: a quote with a cell of two
// changed digits and two wrong totals in its text, and an invoice whose quantity alone was raised.
#include "derive/sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::derive {
namespace {

std::string changed_to(std::string text, std::string_view before, std::string_view after) {
  const std::size_t at = text.find(before);
  REQUIRE(at != std::string::npos);
  return text.replace(at, before.size(), after);
}

/// A table's rows as tabs part them.
std::string pasted(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string line(text.substr(at, end - at));
    at = end + 1;
    if (line.starts_with("|--")) continue;
    if (line.starts_with("| ")) {
      line = line.substr(2, line.size() - 4);
      for (std::size_t bar = line.find(" | "); bar != std::string::npos; bar = line.find(" | "))
        line.replace(bar, 3, "\t");
    }
    out += line + '\n';
  }
  return out;
}

void check_both(const std::string& text, const std::vector<std::string>& wanted) {
  CHECK(accused(Sample(text)) == wanted);
  CHECK(accused(Sample(pasted(text), "plan.txt")) == wanted);
}

const std::string quote =
    "Quote for the training of the platform team\n\n"
    "| Course | Seats | Fee | Revenue | Materials (8 %) | Delivered |\n|---|---|---|---|---|---|\n"
    "| Networks | 24 | $1,150 | $27,600 | $2,208 | $29,808 |\n"
    "| Storage | 18 | $1,350 | $24,300 | $1,944 | $26,244 |\n"
    "| Queues | 32 | $975 | $31,200 | $2,496 | $33,696 |\n"
    "| Tracing | 15 | $1,480 | $22,200 | $1,776 | $23,976 |\n\n"
    "The four courses bring a total revenue of $105,300. Materials come to $8,424 in all, so everything "
    "delivered costs $113,724 together.\n";

TEST_CASE("a quote that adds up") {
  check_both(quote, {});
}

TEST_CASE("a quote with a cell of two changed digits and two wrong totals") {
  std::string wrong = changed_to(quote, "$31,200", "$32,100");
  check_both(wrong, {"$32,100, not 31,200"});
  wrong = changed_to(wrong, "$105,300", "$105,800");
  wrong = changed_to(wrong, "$113,724", "$117,324");
  check_both(wrong, {"$32,100, not 31,200", "$105,800, not 106,200", "$117,324, not 113,724"});
}

const std::string invoice =
    "| Item | Quantity | Unit price | Amount |\n|---|---|---|---|\n"
    "| Patch cable | 40 | $12.50 | $500.00 |\n| Switch, 24 ports | 6 | $389.00 | $2,334.00 |\n"
    "| Rack rail | 14 | $27.25 | $381.50 |\n| Labour (h) | 18 | $95.00 | $1,710.00 |\n"
    "| Subtotal | | | $4,925.50 |\n| VAT 19 % | | | $935.85 |\n| Total due | | | $5,861.35 |\n";

TEST_CASE("an invoice that adds up") {
  check_both(invoice, {});
}

TEST_CASE("an invoice whose quantity alone was raised") {
  const std::string text = changed_to(invoice, "| 14 |", "| 16 |");
  check_both(text, {"$381.50, not 436"});
  const Sample sample(text);
  REQUIRE(sample.told().size() == 1);
  REQUIRE(sample.told().front().get().changed);
  CHECK(sample.text(sample.told().front().get().changed->operand) == "16");
  CHECK(sample.told().front().get().changed->number == Approx(14));
}

}  // namespace
}  // namespace reckon::derive
