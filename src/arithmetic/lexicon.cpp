// SPDX-License-Identifier: MIT
#include "arithmetic/lexicon.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace reckon::arithmetic {
namespace {

constexpr std::array roles{
    //                   in_noun trails fills relates ends_clause
    RoleRow{Role::content, true, true, false, false, false, Between::passes},
    RoleRow{Role::number, false, false, false, false, false, Between::ends},
    RoleRow{Role::scale, false, false, false, false, false, Between::ends},
    RoleRow{Role::share, false, false, false, false, false, Between::ends},
    RoleRow{Role::multiple, false, false, false, false, false, Between::ends},
    RoleRow{Role::times, false, false, false, false, false, Between::ends},
    RoleRow{Role::over, false, false, false, false, false, Between::ends},
    RoleRow{Role::plus, false, false, false, false, false, Between::ends},
    RoleRow{Role::minus, false, false, false, false, false, Between::ends},
    RoleRow{Role::of, false, true, false, false, false, Between::passes},
    RoleRow{Role::per, false, true, false, false, false, Between::ends},
    RoleRow{Role::each, false, true, false, false, false, Between::ends},
    RoleRow{Role::article, true, true, true, false, false, Between::passes},
    RoleRow{Role::relation, false, false, false, true, false, Between::passes},
    RoleRow{Role::leap, false, false, false, true, false, Between::leaps},
    RoleRow{Role::alternative, false, false, false, true, false, Between::passes},
    RoleRow{Role::about, false, false, true, true, false, Between::about},
    RoleRow{Role::at_least, false, false, false, false, false, Between::at_least},
    RoleRow{Role::at_most, false, false, false, false, false, Between::at_most},
    RoleRow{Role::total, false, false, false, false, false, Between::passes},
    RoleRow{Role::rounded_up, false, false, false, false, false, Between::rounds_up},
    RoleRow{Role::rounded_down, false, false, false, false, false, Between::rounds_down},
    RoleRow{Role::period, false, true, false, false, false, Between::ends},
    RoleRow{Role::conjunction, false, false, false, false, true, Between::ends},
    RoleRow{Role::preposition, false, true, false, false, false, Between::passes},
    RoleRow{Role::pronoun, false, false, false, false, true, Between::passes},
    RoleRow{Role::auxiliary, false, false, false, false, false, Between::passes},
    RoleRow{Role::adverb, false, true, true, false, false, Between::passes},
};

constexpr bool are_in_order() {
  for (std::size_t i = 0; i < roles.size(); ++i) {
    if (static_cast<std::size_t>(roles[i].role) != i) return false;
  }
  return roles.size() == static_cast<std::size_t>(Role::adverb) + 1;
}
static_assert(are_in_order());

/// Words of one role (and value), parted by bars.
struct Row {
  Role role;
  double value;
  std::string_view words;
};

constexpr std::array role_words{
    Row{Role::number, 0, "zero"},
    Row{Role::number, 1, "one"},
    Row{Role::number, 2, "two"},
    Row{Role::number, 3, "three"},
    Row{Role::number, 4, "four"},
    Row{Role::number, 5, "five"},
    Row{Role::number, 6, "six"},
    Row{Role::number, 7, "seven"},
    Row{Role::number, 8, "eight"},
    Row{Role::number, 9, "nine"},
    Row{Role::number, 10, "ten"},
    Row{Role::number, 11, "eleven"},
    Row{Role::number, 12, "twelve"},
    Row{Role::number, 13, "thirteen"},
    Row{Role::number, 14, "fourteen"},
    Row{Role::number, 15, "fifteen"},
    Row{Role::number, 16, "sixteen"},
    Row{Role::number, 17, "seventeen"},
    Row{Role::number, 18, "eighteen"},
    Row{Role::number, 19, "nineteen"},
    Row{Role::number, 20, "twenty"},
    Row{Role::number, 30, "thirty"},
    Row{Role::number, 40, "forty"},
    Row{Role::number, 50, "fifty"},
    Row{Role::number, 60, "sixty"},
    Row{Role::number, 70, "seventy"},
    Row{Role::number, 80, "eighty"},
    Row{Role::number, 90, "ninety"},
    Row{Role::scale, 12, "dozen"},
    Row{Role::scale, 100, "hundred|hundreds"},
    Row{Role::scale, 1e3, "thousand|thousands"},
    Row{Role::scale, 1e5, "lakh|lakhs"},
    Row{Role::scale, 1e6, "million|millions|mn|mln|mio"},
    Row{Role::scale, 1e7, "crore|crores"},
    Row{Role::scale, 1e9, "billion|billions|bn|bln|milliard"},
    Row{Role::scale, 1e12, "trillion|trillions|tn"},
    Row{Role::scale, 1e15, "quadrillion"},
    Row{Role::share, 1.0 / 2, "half|halves"},
    Row{Role::share, 1.0 / 3, "third|thirds"},
    Row{Role::share, 1.0 / 4, "quarter|quarters"},
    Row{Role::share, 1.0 / 5, "fifth|fifths"},
    Row{Role::share, 1.0 / 6, "sixth|sixths"},
    Row{Role::share, 1.0 / 7, "seventh|sevenths"},
    Row{Role::share, 1.0 / 8, "eighth|eighths"},
    Row{Role::share, 1.0 / 9, "ninth|ninths"},
    Row{Role::share, 1.0 / 10, "tenth|tenths"},
    Row{Role::share, 1.0 / 20, "twentieth|twentieths"},
    Row{Role::share, 1.0 / 100, "hundredth|hundredths"},
    Row{Role::share, 1.0 / 1000, "thousandth|thousandths"},
    Row{Role::multiple, 2, "double|doubles|doubled|doubling|twice|twofold"},
    Row{Role::multiple, 3, "triple|triples|tripled|tripling|thrice|threefold"},
    Row{Role::multiple, 4, "quadruple|quadruples|fourfold"},
    Row{Role::multiple, 5, "fivefold"},
    Row{Role::multiple, 10, "tenfold"},
    Row{Role::times, 0, "times|multiplied by|multiply by|multiplied with"},
    Row{Role::over, 0,
        "divided by|divide by|split across|split over|spread across|spread over|divided among"},
    Row{Role::plus, 0, "plus|added to"},
    Row{Role::minus, 0, "minus|less the"},
    Row{Role::of, 0, "of"},
    Row{Role::per, 0, "per"},
    Row{Role::each, 0, "each|every|apiece|for each|for every|per each"},
    Row{Role::article, 0, "a|an|the|this|these|those|its|their|our|your|my|his|her|another|such"},
    Row{Role::relation, 0,
        "is|are|was|were|equals|equal|makes|make|making|gives|give|giving|yields|"
        "yield|yielding|comes to|come to|came to|coming to|comes out at|"
        "comes out to|work out at|working out at|working out to|amounts to|amount to|amounting to|adds up "
        "to|add up to|"
        "adding up to|sums to|sum to|totalling|totaling|for a total of|"
        "a total of|works out to|works out at|work out to|translates to|"
        "translate to|results in|result in|resulting in|becomes|become|that is|"
        "that's|this is|it is|it's|which is|which are|which makes|which gives|"
        "which equals|that makes|that gives|this gives|this makes|that are|"
        "is equal to|are equal to|stands for|corresponds to|correspond to|"
        "equates to|leaves|leave|leaving|takes|take|taking"},
    Row{Role::leap, 0,
        "so|hence|thus|therefore|thereby|consequently|accordingly|as a "
        "result|means|mean|meaning|implies|imply|"
        "requires|require|requiring|needs|need|needing|we need|which means|"
        "that means|this means|which needs|which requires|so that is|so that's|"
        "leads to|lead to|leading to|allows|allow|permits|permit"},
    Row{Role::alternative, 0, "or|i.e|ie|i.e.|that is to say|in other words|equivalently|respectively"},
    Row{Role::about, 0,
        "about|roughly|around|approx|approximately|approx.|ca|ca.|circa|nearly|"
        "almost|some|close to|just about|just over|just under|a little over|"
        "a little under|slightly over|slightly under|somewhat over|well over|"
        "not quite|a good|more or less|c."},
    Row{Role::at_least, 0,
        "at least|more than|no less than|not less than|no fewer than|above|over|"
        "exceeds|exceed|exceeding|upwards of|a minimum of|minimum of|or more|"
        "greater than|higher than|beyond"},
    Row{Role::at_most, 0,
        "at most|up to|no more than|not more than|less than|fewer than|under|"
        "below|within|a maximum of|maximum of|or less|or fewer|lower than|"
        "smaller than|as much as|as many as"},
    Row{Role::total, 0,
        "in all|in total|together|altogether|combined|all told|total|totals|"
        "overall|in sum|sum|sums|aggregate|subtotal|subtotals|grand total"},
    Row{Role::rounded_up, 0, "rounded up|rounding up|round up"},
    Row{Role::rounded_down, 0, "rounded down|rounding down|round down"},
    Row{Role::period, 3600, "hourly"},
    Row{Role::period, 86400, "daily"},
    Row{Role::period, 604800, "weekly"},
    Row{Role::period, 2592000, "monthly"},
    Row{Role::period, 31536000, "yearly|annually|annual"},
    Row{Role::conjunction, 0,
        "and|but|while|whereas|if|when|because|since|although|though|unless|"
        "until|before|after|as|than|then|where|once|nor|yet|whether"},
    Row{Role::preposition, 0,
        "for|with|without|at|by|to|from|in|on|into|onto|via|through|across|"
        "between|among|against|during|behind|beside|besides|along|off|out|down|"
        "upon|toward|towards|versus|vs|including|excluding|except|instead|inside|"
        "outside|near"},
    Row{Role::pronoun, 0,
        "it|they|them|we|you|i|he|she|that|which|who|whose|what|one another|"
        "each other|everything|nothing|anything|something|both|either|neither|"
        "none|all|any|others"},
    Row{Role::auxiliary, 0,
        "can|could|will|would|shall|should|may|might|must|has|have|had|do|does|"
        "did|be|been|being|having|not|no|cannot"},
    Row{Role::adverb, 0,
        "only|just|even|still|already|also|again|here|there|exactly|precisely|"
        "now|always|never|very|too|quite|rather|e.g|e.g.|etc|only just|currently|"
        "usually|typically|normally|alone|alike|per se"},
};

/// Stems of one theme, parted by bars.
struct ThemeRow {
  Theme theme;
  std::string_view stems;
};
constexpr std::array theme_words{
    ThemeRow{Theme::copy, "copy|replica|standby|mirror"},
    ThemeRow{Theme::replication, "replication|rf"},
    ThemeRow{Theme::lost_time, "downtime|outage|unavailability|unavailable|down|budget|offline"},
    ThemeRow{Theme::lost_thing, "fail|failed|failing|failure|lost|lose|drop|dropped|error|missed|rejected"},
    ThemeRow{Theme::utilisation,
             "utilization|utilisation|utilized|load|loaded|occupancy|ceiling|full|target"},
    ThemeRow{Theme::straight, "linear|linearly"},
    ThemeRow{Theme::work, "busy"},
    ThemeRow{Theme::keeping, "keep|kept|keeping|retain|retained|retaining|retention|ttl"},
    ThemeRow{Theme::expiring, "expire|expired|expiry|expiration|lifetime|older"},
    ThemeRow{Theme::identity, "id|version|at"},
    ThemeRow{Theme::beyond, "above|than|beyond|past|over"},
    ThemeRow{Theme::interval, "interval|cadence|apart|spacing"},
};

/// The words of a row one by one.
template <class Use>
void for_each_word(std::string_view rest, const Use& use) {
  while (!rest.empty()) {
    const std::size_t bar = std::min(rest.find('|'), rest.size());
    use(rest.substr(0, bar));
    rest.remove_prefix(std::min(bar + 1, rest.size()));
  }
}

/// All words in order, and where those of each first letter begin.
struct Index {
  Index() {
    for (const Row& row : role_words) {
      for_each_word(row.words, [&](std::string_view words) {
        entries.push_back({words, row.role, row.value});
      });
    }
    std::sort(entries.begin(), entries.end(),
              [](const Entry& a, const Entry& b) { return a.words < b.words; });
    for (std::size_t letter = 0; letter < begins.size(); ++letter) {
      const auto first = std::find_if(entries.begin(), entries.end(), [letter](const Entry& entry) {
        return static_cast<std::size_t>(entry.words.front() - 'a') >= letter;
      });
      begins[letter] = static_cast<std::size_t>(first - entries.begin());
    }
  }

  std::vector<Entry> entries;
  std::array<std::size_t, 27> begins{};
};

const Index& index() {
  static const Index built;
  return built;
}

}  // namespace

const RoleRow& row_of(Role role) {
  return roles[static_cast<std::size_t>(role)];
}

std::span<const Entry> lexicon() {
  return index().entries;
}

const Entry* find_entry(std::string_view words) {
  if (words.empty() || words.front() < 'a' || words.front() > 'z') return nullptr;
  const Index& all = index();
  const auto letter = static_cast<std::size_t>(words.front() - 'a');
  const Entry* longest = nullptr;
  for (std::size_t i = all.begins[letter]; i < all.begins[letter + 1]; ++i) {
    const std::string_view row = all.entries[i].words;
    // A full stop ends a word as well: "1.2 TB in all."
    const bool ends = words.size() <= row.size() || words[row.size()] == ' ' || words[row.size()] == '.';
    const bool fits = words.starts_with(row) && ends;
    if (fits && (longest == nullptr || longest->words.size() < row.size())) longest = &all.entries[i];
  }
  return longest;
}

std::span<const std::string_view> telling_words() {
  // Bounds; statistics; parts and wholes; states; times; intentions; purchases.
  constexpr static std::array<std::string_view, 129> words{
      "alert",       "alarm",       "threshold",  "trigger",   "quota",     "max",       "maximum",
      "min",         "minimum",     "limit",      "cap",       "ceiling",   "floor",     "least",
      "most",        "burst",       "peak",       "average",   "avg",       "mean",      "median",
      "p50",         "p75",         "p90",        "p95",       "p99",       "p999",      "percentile",
      "worst",       "best",        "typical",    "normal",    "busy",      "quiet",     "base",
      "baseline",    "total",       "sum",        "all",       "overall",   "combined",  "aggregate",
      "per",         "each",        "single",     "half",      "spare",     "extra",     "additional",
      "reserve",     "reserved",    "headroom",   "hot",       "cold",      "warm",      "used",
      "free",        "idle",        "active",     "available", "allocated", "requested", "raw",
      "compressed",  "net",         "gross",      "gzip",      "old",       "new",       "current",
      "former",      "previous",    "next",       "first",     "last",      "initial",   "final",
      "start",       "end",         "before",     "after",     "today",     "future",    "planned",
      "now",         "year",        "target",     "desired",   "expected",  "actual",    "estimated",
      "measured",    "theoretical", "default",    "example",   "sample",    "required",  "needed",
      "recommended", "provisioned", "local",      "remote",    "primary",   "secondary", "standby",
      "replica",     "staging",     "production", "prod",      "dev",       "test",      "canary",
      "failed",      "success",     "error",      "hard",      "soft",      "read",      "write",
      "ingress",     "egress",      "inbound",    "outbound",  "bought",    "purchased", "installed",
      "ordered",     "rented",      "licensed"};
  return words;
}

bool denies(std::string_view word) {
  constexpr std::array<std::string_view, 4> all{"no", "not", "never", "cannot"};
  return std::find(all.begin(), all.end(), word) != all.end() || word.ends_with("n't") ||
         word.ends_with("n\xe2\x80\x99t");
}

bool gives_ground(std::string_view word) {
  constexpr std::array<std::string_view, 5> all{"because", "since", "from", "given", "as"};
  return std::find(all.begin(), all.end(), word) != all.end();
}

bool contrasts(std::string_view word) {
  constexpr std::array<std::string_view, 12> all{"but",      "instead", "while",  "whereas",
                                                 "although", "though",  "unless", "than",
                                                 "nor",      "yet",     "versus", "vs"};
  return std::find(all.begin(), all.end(), word) != all.end();
}

bool is_copula(std::string_view words) {
  constexpr std::array<std::string_view, 10> all{"is",   "are",     "was",    "were",    "it is",
                                                 "it's", "that is", "that's", "this is", "that are"};
  return std::find(all.begin(), all.end(), words) != all.end();
}

bool is_permission(std::string_view words) {
  return words.starts_with("allow") || words.starts_with("permit");
}

bool is_conclusion(std::string_view words) {
  constexpr std::array<std::string_view, 8> all{"so",      "hence",      "thus",      "therefore",
                                                "thereby", "so that is", "so that's", "which means"};
  return std::find(all.begin(), all.end(), words) != all.end();
}

Theme theme_of(std::string_view stem) {
  Theme found = Theme::none;
  for (const ThemeRow& row : theme_words) {
    for_each_word(row.stems, [&](std::string_view word) {
      if (word == stem) found = row.theme;
    });
  }
  return found;
}

std::vector<std::string_view> stems_of(Theme theme) {
  std::vector<std::string_view> out;
  for (const ThemeRow& row : theme_words) {
    if (row.theme == theme) for_each_word(row.stems, [&](std::string_view word) { out.push_back(word); });
  }
  return out;
}

bool names_average(std::string_view word) {
  constexpr std::array<std::string_view, 5> words{"average", "averages", "avg", "mean", "means"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool names_statistic(std::string_view word) {
  constexpr std::array<std::string_view, 9> words{"median", "min",     "minimum",  "max",    "maximum",
                                                  "lowest", "highest", "smallest", "largest"};
  return names_average(word) || std::find(words.begin(), words.end(), word) != words.end();
}

bool is_happening(std::string_view words) {
  return words.starts_with("tak") || words.starts_with("leav") || words.starts_with("become");
}

bool adds_up(std::string_view words) {
  const std::string_view behind_first = words.empty() ? words : words.substr(1);
  return behind_first.starts_with("dd") || behind_first.starts_with("um") ||
         words.find("otal") != std::string_view::npos;
}

bool tells_growth(std::string_view word) {
  if (word.empty() || (word.front() != 'g' && word.front() != 'G')) return false;
  word.remove_prefix(1);
  return word.starts_with("row") || word.starts_with("rew");
}

}  // namespace reckon::arithmetic
