// SPDX-License-Identifier: MIT
// What looks like a number and is in no claim: each reason once at least, and the law that every digit of a
// document is in a claim or has exactly one reason.
#include "check/unread.hpp"

#include "check/sample.hpp"
#include "check/written_plan.hpp"
#include "document/digits.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <optional>
#include <set>

namespace reckon::check {
namespace {

using Reason = UnreadReason;

/// A document without a prompt, unless one is named, and its numbers.
struct Read {
  base::Sources sources;
  document::Document document;
  Review review;
  Numbers found;

  explicit Read(const std::string& text, const std::string& name = "plan.md",
                const std::string& prompt = {}) {
    const prompt::Prompt* asked = prompt.empty() ? nullptr : catalogue().prompts.find(prompt);
    const std::string model = asked == nullptr ? "any-design" : asked->model;
    document = document::read(sources, sources.add(name, text));
    review = check::review(sources, document, make_context(*catalogue().models.find(model), asked));
    found = numbers(sources, document, review);
  }

  [[nodiscard]] const Unread* find(const std::string& text) const {
    const auto at = std::find_if(found.unread.begin(), found.unread.end(),
                                 [&text](const Unread& unread) { return unread.text == text; });
    return at == found.unread.end() ? nullptr : &*at;
  }
};

struct Case {
  std::string text;
  std::string number;  ///< as it is told, with its unit or the word around it
  Reason reason;
  std::string why;
  std::string name = "plan.md";
  std::string prompt = {};
};

const std::vector<Case>& cases() {
  static const std::vector<Case> table{
      {"It is due on 2024-05-01.", "2024-05-01", Reason::date, "looks like a date"},
      {"At 2025-06-01T12:00:00Z it ends.", "2025-06-01T12:00:00Z", Reason::date, "looks like a date"},
      {"Backups run at 10:30.", "10:30", Reason::pair, ""},
      {"Screens of 1024x768.", "1024x768", Reason::pair, ""},
      {"We run v1.2.3 of it.", "v1.2.3", Reason::version, ""},
      {"The gateway is 10.0.0.1.", "10.0.0.1", Reason::version, ""},
      {"Agent 007 helps.", "007", Reason::code_number, ""},
      {"The p99 of it.", "p99", Reason::word, "is part of a word or a name"},
      {"It runs in us-east-1 over HTTP/2.", "HTTP/2", Reason::word, ""},
      {"See https://x.org/rfc7231 for more.", "https://x.org/rfc7231", Reason::address, ""},
      {"1. first\n2. second", "2.", Reason::list_number, "numbers an item of a list"},
      {"See [the page](https://x.org/page7).", "https://x.org/page7", Reason::markup, ""},
      {"## 3.2 Storage", "3.2", Reason::heading, ""},
      {"| what | in 3 years |\n|---|---|\n| a | b |", "3 years", Reason::column_name, ""},
      {"| what | size |\n|---|---|\n| tier 2 | some |", "2", Reason::row_name, ""},
      {"tier2: {a: b}", "tier2", Reason::key, "is part of the key 'tier2'", "plan.yaml"},
      {"kind: Foo\napiVersion: apps/v1\nspec: {port: 8080}", "8080", Reason::place,
       "any-design reads nothing at /spec/port of Foo", "plan.yaml"},
      {"resource \"aws_route53_record\" \"r\" {\n  ttl = 60\n}\n", "aws_route53_record", Reason::code, "",
       "main.tf"},
      {"- `databaseEngine` = PostgreSQL 13", "13", Reason::variable,
       "belongs to the variable 'databaseEngine', and feeds no quantity of transaction-query", "plan.md",
       "transaction-query"},
      {"Floors: 12", "12", Reason::unknown_name, "no quantity of any-design is called 'floors'"},
      {"| what | number |\n|---|---|\n| Floors | -5 |", "5", Reason::unknown_name, ""},
      {"Peak rate: 100,000 TPS", "100,000 TPS", Reason::several_names,
       "'peak rate' may be fleet.rate as well as autoscaler.rate"},
      {"CPU cores: 500 GB", "500 GB", Reason::other_dimension, ""},
      {"CPU cores: 60 %", "60 %", Reason::change, ""},
      {"Required CPU cores: 5 cores", "5 cores", Reason::longer_name, ""},
      {"| what | assumption |\n|---|---|\n| CPU cores | 5 cores |", "5 cores", Reason::computed_name, ""},
      {"| what | now | next |\n|---|---|---|\n| CPU cores | 80 cores | 128 cores |", "128 cores",
       Reason::two_values, ""},
      {R"({"capacityPlanning": {"cpuCoresRequired": "12 TBB"}})", "12 TBB", Reason::unreadable, "",
       "plan.json", "payment-gateway"},
      {"What nobody would take for the name of anything, however long one looked at it and thought, is: 5",
       "5", Reason::long_label, ""},
      {"Floors: 5, rooms: 6", "6", Reason::second_label, ""},
      {"Retention: 7 days; 3 × 4 = 12", "7 days", Reason::beside_calculation, ""},
      {"| a | b |\n|---|---|\n| 5 | 6 |", "6", Reason::no_row_name, ""},
      {"| what | size |\n|---|---|\n| web | uses 5 GB |", "5 GB", Reason::not_first, ""},
      {"There are 12 teams.", "12", Reason::alone, ""},
      {"It has 16 × 3 GB of memory.", "3 GB", Reason::no_result, ""},
      {"storage = users × 5 KB", "5 KB", Reason::unknown_operand,
       "is calculated with 'users', which is no number"},
      {"users × 5 KB = 10 GB", "10 GB", Reason::unknown_operand, ""},
      {"so 16 × 3 GB = everything", "3 GB", Reason::unknown_side,
       "is set against 'everything', which is no number"},
      {"we got 86 400 7 things", "7", Reason::two_numbers, ""},
      {"it costs $4,000–$9,000 a month", "$4,000", Reason::range, ""},
      {"latency < 200 ms", "200 ms", Reason::limit, ""},
      {"from 1K -> 10K -> 100K users", "100K users", Reason::before_after, ""},
      {"we use 5 × 3 GB so 4 nodes", "4 nodes", Reason::other_kind, ""},
      {"here 5 GB = 3 nodes", "3 nodes", Reason::no_conversion, ""},
      {"17 / 5 = 3 with a remainder of two", "17", Reason::remainder, ""},
      {"see #5 × 3 = 15", "15", Reason::quoted, "stands behind '#', where no calculation begins"},
      {"2 × (3 + 4 = 14", "2", Reason::unclosed, ""},
      {"pipes of 3/4 inch = 19 mm", "19", Reason::phrase, ""},
  };
  return table;
}

TEST_CASE("every number that is in no claim has the reason for which the reader left it out") {
  for (const Case& row : cases()) {
    INFO(row.text << "\n" << row.number);
    const Read read(row.text, row.name, row.prompt);
    std::string all;
    for (const Unread& unread : read.found.unread)
      all += unread.text + ": " + std::string(name(unread.reason)) + "\n";
    INFO(all);
    const Unread* found = read.find(row.number);
    CHECK(found != nullptr);
    if (found == nullptr) continue;
    CHECK(name(found->reason) == name(row.reason));
    if (!row.why.empty()) CHECK(say(found->reason, found->details) == row.why);
    CHECK(say(found->reason, found->details).find("{}") == std::string::npos);
  }
}

TEST_CASE("a passage with more numbers than are read says so once") {
  std::string text;
  for (int i = 0; i < 10'050; ++i) text += "7, ";
  const Read read(text);
  CHECK(read.found.unread.size() + read.found.more == 10'001);
  CHECK(read.found.unread.front().reason == Reason::alone);
}

TEST_CASE("every reason is shown by some case") {
  std::set<Reason> shown{Reason::too_many};
  for (const Case& row : cases()) shown.insert(row.reason);
  for (const UnreadReasonRow& row : unread_reason_table()) {
    INFO(row.id);
    CHECK(shown.count(row.reason) == 1);
  }
}

TEST_CASE("operands, results and what stands in labels are read") {
  const Read read(
      "| what | size |\n|---|---|\n| Downtime per 30 days | 43 min |\n\n"
      "Tier 2: 9M × 2 KB = 18 GB\n");
  CHECK(read.find("2") == nullptr);
  CHECK(read.find("9M") == nullptr);
  CHECK(read.found.in_claims >= 4);
}

/// Where the text accounts for a digit, told by claims and equations alone.
bool is_in_claim(const Review& review, std::size_t at) {
  const auto holds = [at](const base::Span& span) { return span.begin <= at && at < span.end; };
  for (const Claim& claim : review.claims) {
    if (!claim.from_platform && !is_unbound(claim) && (holds(claim.span) || holds(claim.label_span)))
      return true;
  }
  constexpr std::size_t marks = 32;  // of emphasis, between a label and what it names
  for (const document::Equation& equation : review.equations) {
    const std::size_t label = equation.label.empty() ? 0 : equation.label.size() + marks;
    if (holds(equation.span) || (at < equation.span.begin && at + label >= equation.span.begin)) return true;
    for (const document::Side& side : equation.sides) {
      for (const formula::Node& node : side.expression.nodes) {
        if (holds(node.span)) return true;
      }
    }
  }
  return false;
}

/// The place of a digit that breaks the law.
std::optional<std::size_t> breach(const std::string& text, const Read& read) {
  std::size_t behind = 0;
  std::vector<bool> told(text.size(), false);
  for (const Unread& unread : read.found.unread) {
    if (unread.span.begin < behind || unread.span.end > text.size()) return unread.span.begin;
    behind = unread.span.end;
    const std::string_view own = std::string_view(text).substr(unread.span.begin, unread.span.size());
    if (!document::has_digit(own)) return unread.span.begin;
    std::fill(told.begin() + unread.span.begin, told.begin() + unread.span.end, true);
  }
  for (std::size_t at = document::next_digit(text); at < text.size();
       at = document::next_digit(text, at + 1)) {
    if (!told[at] && !is_in_claim(read.review, at)) return at;
  }
  return std::nullopt;
}

void check_law(const std::string& text, const std::string& name = "plan.md") {
  const auto place = breach(text, Read(text, name));
  INFO(text << "\nat " << place.value_or(0));
  CHECK_FALSE(place.has_value());
}

TEST_CASE("each digit of a plan is in a claim or has exactly one reason", "[plans]") {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) check_law(write_plan(seed).text);
  for (const Case& row : cases()) check_law(row.text, row.name);
}

TEST_CASE("each digit of any text is in a claim or has exactly one reason") {
  const std::vector<std::string> pieces{"5",
                                        "10 GB",
                                        " × ",
                                        " = ",
                                        "users",
                                        "|",
                                        "\n",
                                        "\n\n",
                                        "# ",
                                        "- ",
                                        "1. ",
                                        "**",
                                        "`",
                                        "```\n",
                                        "(",
                                        ")",
                                        " -> ",
                                        "~",
                                        "<",
                                        ": ",
                                        "v1.2",
                                        "10:30",
                                        "http://a/1 ",
                                        "{\"a\": 5}",
                                        "\xff",
                                        "²",
                                        " of ",
                                        "key3: 7 # 8\n",
                                        "\t",
                                        "|---|---|\n",
                                        "<h2>",
                                        "&#52;",
                                        "[a1]: /b2\n",
                                        "100,000",
                                        " so ",
                                        "per day",
                                        "three nines ",
                                        "€5",
                                        "$4k",
                                        "  - "};
  const bool holds = rc::check("each digit is told once", [&pieces] {
    std::string text;
    for (const std::size_t piece :
         *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, pieces.size())))
      text += pieces[piece];
    for (const char* name : {"plan.md", "plan.yaml", "plan.sh"}) {
      const auto place = breach(text, Read(text, name));
      if (place) RC_LOG() << name << ": " << text << "\nat " << *place;
      RC_ASSERT(!place.has_value());
    }
  });
  CHECK(holds);
}

}  // namespace
}  // namespace reckon::check
