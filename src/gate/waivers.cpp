// SPDX-License-Identifier: MIT
#include "gate/waivers.hpp"

#include "base/suggest.hpp"
#include "gate/strict_file.hpp"
#include "tree/fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>

namespace reckon::gate {
namespace {

/// Values are compared as they are told, apart from blanks.
std::string compact(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view(" \t\r\n").find(c) == std::string_view::npos) out += c;
  }
  return out;
}

class WaiverLoader {
 public:
  WaiverLoader(const KnownNames& known, Day today, std::vector<base::Diagnostic>& problems)
      : rules_(known.rules()), today_(today), problems_(problems) {}

  Waivers load(const tree::Node& root) {
    tree::Fields fields(root, "the file of waivers", problems_);
    Waivers out;
    if (const tree::Node* version = fields.require("version"); version != nullptr && version->text != "1")
      complain("value", "the version of this format is 1", version->span);
    read_days(fields, "maxDays", out.longest);
    read_days(fields, "warnDays", out.warn);
    if (const tree::Node* entries = fields.require("waivers")) read_entries(*entries, out);
    fields.finish();
    return out;
  }

 private:
  void complain(std::string_view code, std::string message, const base::Span& at,
                const std::string& help = {}) {
    base::Diagnostic problem = base::problem(fmt::format("waiver.{}", code), std::move(message), at);
    if (!help.empty()) problem.remarks.push_back({"help", help});
    problems_.push_back(std::move(problem));
  }

  void read_days(tree::Fields& fields, std::string_view key, long& days) {
    const tree::Node* value = fields.find(key);
    if (value == nullptr) return;
    const auto number = read_amount(value->text);
    constexpr double most = 3660.0;
    if (number && *number <= most && *number == static_cast<double>(static_cast<long>(*number)))
      days = static_cast<long>(*number);
    else
      complain("value", fmt::format("'{}' is a number of days", key), value->span);
  }

  void read_entries(const tree::Node& list, Waivers& out) {
    if (list.kind == tree::Kind::null) return;
    if (list.kind != tree::Kind::sequence) {
      complain("wrong-kind", "'waivers' is a list of entries", list.span);
      return;
    }
    for (const tree::Node& item : list.items) out.entries.push_back(read_entry(item, out.longest));
    for (auto one = out.entries.begin(); one != out.entries.end(); ++one) {
      const auto key = [](const Waiver& w) { return std::tie(w.rule, w.at, w.stated, w.recomputed); };
      const auto before = std::find_if(out.entries.begin(), one,
                                       [&](const Waiver& other) { return key(other) == key(*one); });
      if (before != one) complain("twice", "a second entry for the same finding", one->span);
    }
  }

  Waiver read_entry(const tree::Node& item, long longest) {
    tree::Fields fields(item, "a waiver", problems_);
    Waiver out;
    out.span = item.span;
    out.rule = fields.required_text("rule");
    out.at = fields.required_text("at");
    out.stated = fields.required_text("stated");
    out.recomputed = fields.required_text("recomputed");
    out.reason = fields.required_text("reason");
    out.owner = fields.required_text("owner");
    out.link = fields.text("link");
    const auto created = read_date(fields, "created");
    const auto expires = read_date(fields, "expires");
    fields.finish();
    if (!out.rule.empty()) check_rule(out.rule, item.find("rule")->span);
    if (const tree::Node* owner = item.find("owner"); owner != nullptr && out.owner.empty())
      complain("value", "somebody answers for a waiver", owner->span);
    if (const tree::Node* reason = item.find("reason"); reason != nullptr && !is_reason(out.reason))
      complain("reason", fmt::format("a reason has at least {} letters", shortest_reason), reason->span);
    if (!created || !expires) return out;
    out.created = *created;
    out.expires = *expires;
    check_dates(out, item, longest);
    return out;
  }

  static bool is_reason(const std::string& text) { return compact(text).size() >= shortest_reason; }

  void check_rule(const std::string& rule, const base::Span& at) {
    if (std::find(rules_.begin(), rules_.end(), rule) != rules_.end()) return;
    const std::string hint = base::did_you_mean(rule, rules_);
    complain("unknown-rule", fmt::format("there is no rule '{}'", rule), at,
             hint.empty() ? "a finding has its rule in brackets behind its severity" : hint);
  }

  std::optional<Day> read_date(tree::Fields& fields, std::string_view key) {
    const tree::Node* value = fields.require(key);
    if (value == nullptr) return std::nullopt;
    const auto day = read_day(value->text);
    if (!day) complain("date", fmt::format("'{}' is a day such as 2026-06-30", key), value->span);
    return day;
  }

  void check_dates(const Waiver& waiver, const tree::Node& item, long longest) {
    const base::Span& created = item.find("created")->span;
    const base::Span& expires = item.find("expires")->span;
    // A day of grace: it may be tomorrow already where the entry was written.
    if (days_between(today_, waiver.created) > 1) complain("date", "'created' is still to come", created);
    if (waiver.expires < waiver.created) complain("date", "the end lies before the beginning", expires);
    if (days_between(waiver.created, waiver.expires) > longest)
      complain("too-long", fmt::format("a waiver lives for at most {} days", longest), expires);
  }

  std::vector<std::string> rules_;
  Day today_;
  std::vector<base::Diagnostic>& problems_;
};

report::RunRow row_of(const base::Sources& sources, const Waiver& waiver, base::Severity severity,
                      std::string rule, std::string message, std::string help = {}) {
  return {severity,
          "waiver." + std::move(rule),
          std::string(sources.name(waiver.span.source)),
          sources.place(waiver.span.source, waiver.span.begin),
          std::move(message),
          std::move(help)};
}

/// The findings of a report by rule and place.
using FindingsAt = std::map<std::pair<std::string, std::string>, std::vector<report::FindingRow*>>;

FindingsAt findings_at(report::Report& report) {
  FindingsAt out;
  for (report::FindingRow& row : report.findings) {
    if (!row.finding.is_of_reading)
      out[{row.finding.diagnostic.code, address_of(report, row)}].push_back(&row);
  }
  return out;
}

bool covers(const Waiver& waiver, const check::Finding& finding) {
  return compact(finding.stated) == compact(waiver.stated) &&
         compact(finding.recomputed) == compact(waiver.recomputed);
}

std::string days(long count) {
  return fmt::format("{} day{}", count, count == 1 ? "" : "s");
}

}  // namespace

std::optional<Waivers> load_waivers(const base::Sources& sources, base::SourceId source,
                                    const KnownNames& known, Day today,
                                    std::vector<base::Diagnostic>& problems) {
  const std::optional<tree::Node> root = read_strictly(sources, source, problems);
  if (!root) return std::nullopt;
  Waivers out = WaiverLoader(known, today, problems).load(*root);
  if (!finish_strictly(problems)) return std::nullopt;
  return out;
}

std::string address_of(const report::Report& report, const report::FindingRow& row) {
  std::string out = report::path_in(report.project, row.at.path);
  if (!row.place.starts_with('#') && !row.place.empty()) out += '#';
  return out + row.place;
}

std::string_view file_of(std::string_view address) {
  return address.substr(0, address.find('#'));
}

std::string told(const Waiver& waiver, Day today) {
  return fmt::format("until {} ({} left), {}: {}", print_day(waiver.expires),
                     days(days_between(today, waiver.expires)), waiver.owner, waiver.reason);
}

std::vector<report::RunRow> waive(const Waivers& waivers, const base::Sources& sources, Day today,
                                  const IsOver& is_over, report::Report& report) {
  using base::Severity;
  std::vector<report::RunRow> out;
  const FindingsAt places = findings_at(report);
  for (const Waiver& waiver : waivers.entries) {
    const auto place = places.find({waiver.rule, waiver.at});
    const auto at = place == places.end() ? std::vector<report::FindingRow*>{} : place->second;
    std::vector<report::FindingRow*> covered;
    std::copy_if(at.begin(), at.end(), std::back_inserter(covered),
                 [&](const report::FindingRow* row) { return covers(waiver, row->finding); });
    const std::string name =
        fmt::format("the waiver of {} for {} at {}", waiver.owner, waiver.rule, waiver.at);
    const bool is_expired = waiver.expires < today;
    if (at.empty()) {
      if (is_over(file_of(waiver.at)))
        out.push_back(row_of(sources, waiver, Severity::warning, "unused", name + " is of no use",
                             "nothing is told there any more: take it out"));
    } else if (covered.empty()) {
      const check::Finding& now = at.front()->finding;
      out.push_back(row_of(sources, waiver, Severity::warning, "void",
                           fmt::format("{} covers {} against {}, and {} against {} stand there", name,
                                       waiver.stated, waiver.recomputed, now.stated, now.recomputed),
                           "it ended with the values"));
    } else if (is_expired) {
      out.push_back(row_of(sources, waiver, Severity::warning, "expired",
                           fmt::format("{} ended on {}", name, print_day(waiver.expires))));
    } else {
      for (report::FindingRow* row : covered) {
        row->waived = true;
        row->fails = false;
        row->waiver = told(waiver, today);
      }
      const long left = days_between(today, waiver.expires);
      if (left <= waivers.warn)
        out.push_back(row_of(sources, waiver, Severity::note, "expiring",
                             fmt::format("{} ends in {}", name, days(left))));
    }
  }
  return out;
}

}  // namespace reckon::gate
