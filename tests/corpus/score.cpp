// SPDX-License-Identifier: MIT
#include "corpus/score.hpp"

#include "corpus/checked.hpp"
#include "corpus/claims_of_truth.hpp"
#include "corpus/score_plans.hpp"
#include "corpus/table.hpp"
#include "corpus/verdict_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace reckon::corpus {
namespace {

bool has_loud(const Checked& checked) {
  return std::any_of(checked.report.findings.begin(), checked.report.findings.end(), is_loud);
}

bool has_reading(const Checked& checked) {
  return std::any_of(checked.report.claims.begin(), checked.report.claims.end(), is_held_right);
}

bool has_recomputed(const Checked& checked) {
  return std::any_of(checked.report.claims.begin(), checked.report.claims.end(),
                     [](const report::ClaimRow& claim) { return claim.recomputed.has_value(); });
}

/// Documents with one thing wrong, and those where nothing is: the fixed and the quiet ones.
FolderScore score_cases(const std::string& folder) {
  long wrong = 0;
  long found = 0;
  long right = 0;
  long accused = 0;
  long read = 0;
  FolderScore out{folder, {}, {}, {}, {}, {}};
  for (const std::string& path : files_in("tests/" + folder)) {
    if (path.ends_with(".tsv") || path.ends_with("README.md")) continue;
    const std::string name = std::filesystem::path(path).filename();
    const Checked checked = check_text(name, read_file(path));
    add_verdicts(name, checked.report, out.verdicts);
    const bool is_right =
        name.find(".fixed.") != std::string::npos || name.find(".quiet.") != std::string::npos;
    if (is_right) {
      ++right;
      accused += has_loud(checked);
      read += has_reading(checked);
    } else {
      ++wrong;
      found += has_loud(checked);
    }
  }
  if (wrong > 0) out.figures.push_back({"found", found, wrong});
  out.figures.push_back({"right accused", accused, right, false});
  out.figures.push_back({"right read", read, right});
  return out;
}

std::string unescaped(std::string text) {
  for (std::size_t at = 0; (at = text.find("\\n", at)) != std::string::npos; ++at) text.replace(at, 2, "\n");
  return text + '\n';
}

FolderScore score_probe() {
  long wrong = 0;
  long found = 0;
  long right = 0;
  long accused = 0;
  long recomputed = 0;
  FolderScore out{"probe", {}, {}, {}, {}, {}};
  for (const Row& row : read_table("tests/probe.tsv")) {
    const Checked checked = check_text("a.md", unescaped(row.at("text")));
    add_verdicts(fmt::format("{:02}", wrong + right + 1), checked.report, out.verdicts);
    if (row.at("truth") == "wrong") {
      ++wrong;
      found += has_loud(checked);
    } else {
      ++right;
      accused += has_loud(checked);
      recomputed += has_recomputed(checked);
    }
  }
  out.figures = {{"wrong found", found, wrong},
                 {"right accused", accused, right, false},
                 {"right recomputed", recomputed, right}};
  return out;
}

/// Single sentences with a number in braces that follows from the others: as they are, and ten times too
/// much.
FolderScore score_sentences(const std::string& name) {
  FolderScore out{"sentences/" + name, {}, {}, {}, {}, {}};
  long all = 0;
  long accused = 0;
  long recomputed = 0;
  long found = 0;
  for (const Row& row : read_table("tests/sentences/" + name + ".tsv")) {
    const std::string& text = row.at("text");
    const std::size_t open = text.find('{');
    const std::size_t close = text.find('}');
    const auto with = [&](std::string_view number) {
      return fmt::format("{}{}{}\n", text.substr(0, open), number, text.substr(close + 1));
    };
    const Checked right = check_text("a.md", with(text.substr(open + 1, close - open - 1)));
    add_verdicts(fmt::format("{:03}", ++all), right.report, out.verdicts);
    accused += has_loud(right);
    recomputed += has_recomputed(right);
    found += has_loud(check_text("a.md", with(row.at("tenfold"))));
  }
  out.figures = {{"ten times too much found", found, all},
                 {"right accused", accused, all, false},
                 {"right recomputed", recomputed, all}};
  return out;
}

}  // namespace

const std::vector<std::string>& voices() {
  static const std::vector<std::string> all{"plans/chat",     "plans/mixed",  "plans/pasted",
                                            "plans/prose",    "plans/report", "plans/rfc",
                                            "plans/services", "plans/unseen", "plans/various"};
  return all;
}

bool is_held_back(const std::string& folder) {
  return folder == "plans/rfc" || folder == "plans/report" || folder == "plans/unseen" ||
         folder == "sentences/unseen";
}

std::vector<std::string> files_in(const std::string& folder) {
  const std::filesystem::path root(RECKON_ROOT);
  std::vector<std::string> out;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
    if (entry.is_regular_file()) out.push_back(entry.path().lexically_relative(root).string());
  }
  std::sort(out.begin(), out.end());
  return out;
}

const std::vector<FolderScore>& scores() {
  static const std::vector<FolderScore> all = [] {
    std::vector<FolderScore> out{score_probe(), score_cases("cases"), score_cases("quiet")};
    for (const char* const name : {"looked-at", "unseen"}) out.push_back(score_sentences(name));
    for (const std::string& folder : voices()) out.push_back(score_plans(folder));
    for (const char* const folder : {"answers/json", "answers/markdown", "answers/text"})
      out.push_back(score_plans(folder));
    return out;
  }();
  return all;
}

}  // namespace reckon::corpus
