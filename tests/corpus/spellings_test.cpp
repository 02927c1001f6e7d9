// SPDX-License-Identifier: MIT
// A calculation means the same however it is spelled and wherever it stands: a right one is recomputed and
// silent, a wrong one is accused. Every spelling of operators and relations, of numbers and of units, at
// every place. What is known to fail stands in spelling_gaps.txt: one that closes must be taken out, a new
// one shows in review. RECKON_UPDATE=1 rewrites it.
#include "arithmetic/lexicon.hpp"
#include "corpus/gaps.hpp"
#include "corpus/golden.hpp"
#include "corpus/spelled_statement.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <iostream>

namespace reckon::corpus {
namespace {

using arithmetic::Role;

std::vector<std::string> names_of_seats() {
  std::vector<std::string> out;
  for (const SeatRow& seat : seats()) out.emplace_back(seat.name);
  return out;
}

/// All words of a role, behind signs and characters.
std::vector<std::string> with_words(std::vector<std::string> out, Role role) {
  for (const arithmetic::Entry& entry : arithmetic::lexicon()) {
    if (entry.role == role) out.emplace_back(entry.words);
  }
  return out;
}

std::vector<std::string> with_characters(std::vector<std::string> out, std::string_view plain) {
  for (std::string& character : characters_for(plain)) out.push_back(std::move(character));
  return out;
}

/// A relation as what stands between a calculation and its result.
struct Relation {
  std::string name;
  std::string between;
  std::string behind;
};

std::vector<Relation> relations() {
  std::vector<Relation> out{{":", ": ", ""}, {"()", " (", ")"}, {", so", ", so ", ""}};
  std::vector<std::string> signs{"=", "==", "~", "~=", "->", "=>", "-->"};
  signs = with_characters(with_characters(std::move(signs), "~="), "->");
  for (const Role role : {Role::relation, Role::leap, Role::alternative})
    signs = with_words(std::move(signs), role);
  for (const std::string& about : with_words({}, Role::about)) signs.push_back("= " + about);
  for (const std::string& sign : signs) out.push_back({sign, " " + sign + " ", ""});
  return out;
}

/// Two operands, and results: right, wrong by a slip, wrong in another way.
struct Sum {
  std::string_view left;
  std::string_view right;
  std::string_view result;
  std::string_view slipped;
  std::string_view odd;
};

struct OperatorRow {
  std::vector<std::string> spellings;
  Sum sum;
};

std::vector<OperatorRow> operators() {
  return {
      {with_words(with_characters({"*", "x", "X"}, "*"), Role::times),
       {"12,500", "48 KB", "600 MB", "6 GB", "730 MB"}},
      {with_words(with_characters({"/"}, "/"), Role::over), {"612 GB", "12", "51 GB", "510 GB", "57 GB"}},
      {with_words({"+"}, Role::plus), {"340 GB", "125 GB", "465 GB", "4.65 TB", "565 GB"}},
      {with_words(with_characters({"-"}, "-"), Role::minus),
       {"340 GB", "125 GB", "215 GB", "2.15 TB", "315 GB"}},
  };
}

/// Why a reading is not the one that is due; "" where it is.
std::string failure(Reading reading, bool is_right) {
  switch (reading) {
    case Reading::recomputed:
      return is_right ? "" : "wrong is not accused";
    case Reading::unread:
      return is_right ? "right is unread" : "wrong is not accused";
    case Reading::accused:
      return is_right ? "right is accused" : "";
    case Reading::misplaced:
      return is_right ? "right is accused" : "an operand of the wrong is accused";
  }
  return "";
}

class Tables {
 public:
  void check(Gaps& gaps, const std::string& row, const std::string& column, const std::string& line,
             bool is_right, const std::string& how, bool is_result_first = false) {
    for (const SeatRow& seat : seats()) {
      ++count_;
      const std::string why = failure(read_statement(seat, line, is_result_first), is_right);
      if (!why.empty()) gaps.add(why + how, row, column, std::string(seat.name));
    }
  }
  void close(const Gaps& gaps) {
    text_ += gaps.print();
    gaps_ += gaps.count();
  }

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] long count() const { return count_; }
  [[nodiscard]] long gaps() const { return gaps_; }

 private:
  std::string text_;
  long count_ = 0;
  long gaps_ = 0;
};

void check_relations(Tables& tables) {
  // Characters are one spelling to whatever reads a relation; `check_operators` has them all.
  const std::vector<std::string> signs = with_words({"*", "x", "×"}, Role::times);
  const Sum sum = operators().front().sum;
  const std::vector<Relation> all = relations();
  std::vector<std::string> names;
  for (const Relation& relation : all) names.push_back(relation.name);
  Gaps gaps("relation", names, signs, names_of_seats());
  for (const Relation& relation : all) {
    for (const std::string& sign : signs) {
      const auto line = [&](std::string_view result) {
        return fmt::format("{} {} {}{}{}{}", sum.left, sign, sum.right, relation.between, result,
                           relation.behind);
      };
      tables.check(gaps, relation.name, sign, line(sum.result), true, "");
      tables.check(gaps, relation.name, sign, line(sum.slipped), false, ", by a slip");
    }
  }
  tables.close(gaps);
}

void check_operators(Tables& tables) {
  const std::vector<std::string> joints{"=", "≈", "→", "is", "makes", "so"};
  const std::vector<OperatorRow> all = operators();
  std::vector<std::string> names;
  for (const OperatorRow& row : all) names.insert(names.end(), row.spellings.begin(), row.spellings.end());
  Gaps gaps("operator", names, joints, names_of_seats());
  for (const OperatorRow& row : all) {
    for (const std::string& sign : row.spellings) {
      for (const std::string& joint : joints) {
        const auto line = [&](std::string_view result) {
          return fmt::format("{} {} {} {} {}", row.sum.left, sign, row.sum.right, joint, result);
        };
        tables.check(gaps, sign, joint, line(row.sum.result), true, "");
        tables.check(gaps, sign, joint, line(row.sum.slipped), false, ", by a slip");
        tables.check(gaps, sign, joint, line(row.sum.odd), false, ", without a slip");
      }
    }
  }
  tables.close(gaps);
}

/// Spellings of one quantity; `wrong` is a quantity ten times as large in one spelling.
struct Spelled {
  std::string_view name;
  std::vector<std::string> spellings;
  std::vector<std::string> lines;  ///< `{}` is the quantity
  bool is_wrong = false;
};

void check_spelled(Tables& tables, const Spelled& spelled) {
  Gaps gaps(std::string(spelled.name), spelled.spellings, spelled.lines, names_of_seats());
  for (const std::string& spelling : spelled.spellings) {
    for (const std::string& line : spelled.lines) {
      std::string text = line;
      text.replace(text.find("{}"), 2, spelling);
      tables.check(gaps, spelling, line, text, !spelled.is_wrong, "", line.starts_with("{} = "));
    }
  }
  tables.close(gaps);
}

std::vector<Spelled> spelled_quantities() {
  const std::vector<std::string> numbers{"1200000",
                                         "1,200,000",
                                         "1\u202f200\u202f000",
                                         "1\u00a0200\u00a0000",
                                         "1_200_000",
                                         "1'200'000",
                                         "1.2M",
                                         "1.2 M",
                                         "1.2 million",
                                         "1.2mn",
                                         "1.2 mln",
                                         "1.2e6",
                                         "1.2E6",
                                         "1.2 × 10^6",
                                         "1.2 × 10⁶",
                                         "1.2*10^6",
                                         "1,200k",
                                         "1200k",
                                         "1200 K",
                                         "1,200 thousand",
                                         "12 lakh"};
  const std::vector<std::string> sizes{
      "6 GB",         "6GB",      "6 gigabytes", "6 Gigabytes",     "6000 MB",         "6,000 MB",
      "6,000,000 KB", "0.006 TB", "6e9 bytes",   "6 billion bytes", "6,000,000,000 B", "48 Gb",
      "48 Gbit",      "6 gb",     "~6 GB"};
  const std::vector<std::string> times{"25 ms",  "25ms",          "25 msec",   "25 milliseconds", "0.025 s",
                                       "0.025s", "0.025 seconds", "25,000 µs", "25,000 us",       "25000 μs"};
  const std::vector<std::string> rates{"400/s",
                                       "400 /s",
                                       "400 per second",
                                       "400 a second",
                                       "400 requests/s",
                                       "400 req/s",
                                       "400 requests per second",
                                       "400 rps",
                                       "400 RPS",
                                       "400 QPS",
                                       "400 TPS",
                                       "400/sec",
                                       "400 req/sec",
                                       "0.4k/s",
                                       "24,000/min",
                                       "24,000 per minute",
                                       "1.44M/h",
                                       "1.44 million an hour",
                                       "400 Hz"};
  const std::vector<std::string> money{"$12.50",    "$12.5",    "12.50 USD",
                                       "USD 12.50", "US$12.50", "12.50 dollars"};
  return {
      {"number",
       numbers,
       {"{} × 5 KB = 6 GB", "400 × 3,000 = {}", "{} ÷ 400 = 3,000", "{} = 400 × 3,000"},
       false},
      {"wrong number", numbers, {"{} × 5 KB = 60 GB", "400 × 300 = {}", "{} ÷ 400 = 30,000"}, true},
      {"size",
       sizes,
       {"1,200,000 × 5 KB = {}", "{} ÷ 1,200,000 = 5 KB", "4 GB + 2 GB = {}", "{} × 3 = 18 GB"},
       false},
      {"wrong size", sizes, {"120,000 × 5 KB = {}", "{} ÷ 1,200,000 = 50 KB", "{} × 3 = 180 GB"}, true},
      {"time", times, {"1,200 requests/s × {} = 30", "5 × 5 ms = {}", "{} × 4 = 100 ms"}, false},
      {"wrong time", times, {"1,200 requests/s × {} = 300", "50 × 5 ms = {}", "{} × 4 = 1 s"}, true},
      {"rate",
       rates,
       {"{} × 86,400 s = 34.6M", "1,200/s ÷ 3 = {}", "{} × 5 KB = 2 MB/s", "{} × 1 day = 34.6M"},
       false},
      {"wrong rate", rates, {"{} × 86,400 s = 346M", "12,000/s ÷ 3 = {}", "{} × 5 KB = 20 MB/s"}, true},
      {"money", money, {"{} × 12 = $150", "$2.50 × 5 = {}", "$150 ÷ 12 = {}"}, false},
      {"wrong money", money, {"{} × 12 = $1,500", "$2.50 × 50 = {}", "$1,500 ÷ 12 = {}"}, true},
  };
}

}  // namespace

TEST_CASE("a calculation means the same in every spelling and at every place") {
  Tables tables;
  check_relations(tables);
  check_operators(tables);
  for (const Spelled& spelled : spelled_quantities()) check_spelled(tables, spelled);
  std::cout << fmt::format("corpus spellings: {} of {} are read as they should be\n",
                           tables.count() - tables.gaps(), tables.count());
  check_golden("tests/corpus/spelling_gaps.txt", tables.text());
}

}  // namespace reckon::corpus
