// SPDX-License-Identifier: MIT
#include "corpus/score_plans.hpp"

#include "corpus/checked.hpp"
#include "corpus/claims_of_truth.hpp"
#include "corpus/score.hpp"
#include "corpus/table.hpp"
#include "corpus/verdict_lines.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>

namespace reckon::corpus {
namespace {

/// "03-message-partitioning-a" answers "message-partitioning".
std::string prompt_of(std::string name) {
  const std::size_t digits = std::min(name.find_first_not_of("0123456789"), name.size());
  if (digits > 0 && name.substr(digits).starts_with('-')) name.erase(0, digits + 1);
  if (name.ends_with("-a") || name.ends_with("-b")) name.resize(name.size() - 2);
  return is_prompt(name) ? name : std::string{};
}

/// A plan with one error of its table planted.
struct Planted {
  std::string text;
  std::string line;
  std::size_t line_number = 0;
};

std::optional<Planted> plant(const std::string& text, const Row& mutant) {
  std::vector<std::string> lines = split(text, '\n');
  const std::size_t number = line_number(mutant.at("line")).value_or(0);
  if (number == 0 || number > lines.size()) return std::nullopt;
  std::string& line = lines[number - 1];
  const std::string& original = mutant.at("original text");
  const std::size_t at = line.find(original);
  if (at == std::string::npos || line.find(original, at + original.size()) != std::string::npos)
    return std::nullopt;
  line.replace(at, original.size(), mutant.at("mutated text"));
  return Planted{fmt::format("{}", fmt::join(lines, "\n")), line, number};
}

class PlanScorer {
 public:
  explicit PlanScorer(std::string folder) { out_.folder = std::move(folder); }

  void score(const Plan& plan) {
    const std::string text = read_file(plan.path);
    const std::string name = std::filesystem::path(plan.path).filename();
    const report::Report& report = honest(plan).report;
    add_verdicts(name, report, out_.verdicts);
    const std::vector<Row> truth = read_table(plan.stem + ".truth.tsv");
    count_false_alarms(report, truth);
    count_readings(report, truth);
    const std::string mutants = plan.stem + ".mutants.tsv";
    if (!std::filesystem::exists(std::string(RECKON_ROOT "/") + mutants)) return;
    std::set<Key> known;
    for (const report::FindingRow& finding : report.findings) {
      if (is_loud(finding)) known.insert(key_of(finding));
    }
    for (const Row& mutant : read_table(mutants)) count_planted(name, text, plan.prompt, mutant, known);
  }

  FolderScore take() {
    out_.figures = {{"errors in honest plans", errors_, -1, false},
                    {"warnings in honest plans", warnings_, -1, false},
                    {"honest plans accused", accused_, plans_, false},
                    {"recomputed", read_, derived_},
                    {"planted found", found_, planted_},
                    {"at the number", placed_, planted_},
                    {"slip named", named_, planted_},
                    {"told once", once_, found_}};
    return std::move(out_);
  }

 private:
  void count_false_alarms(const report::Report& report, const std::vector<Row>& truth) {
    std::set<std::size_t> excused;
    for (const Row& row : truth) {
      const auto line = line_number(row.at("line"));
      if (row.at("verdict") == "inconsistent" && line) excused.insert(*line);
    }
    bool is_accused = false;
    for (const report::FindingRow& finding : report.findings) {
      if (!is_loud(finding)) continue;
      const std::set<std::size_t> lines = lines_of(finding);
      if (std::any_of(lines.begin(), lines.end(), [&](std::size_t line) { return excused.contains(line); }))
        continue;
      is_accused = true;
      const base::Diagnostic& diagnostic = finding.finding.diagnostic;
      ++(diagnostic.severity == base::Severity::error ? errors_ : warnings_);
      ++out_.false_by_rule[diagnostic.code];
    }
    ++plans_;
    accused_ += is_accused;
  }

  void count_readings(const report::Report& report, const std::vector<Row>& truth) {
    Readings readings(report);
    for (const Row& row : truth) {
      const bool is_derived = row.at("kind") == "arithmetic" || row.at("kind") == "convention";
      if (!is_derived || !line_number(row.at("line"))) continue;
      ++derived_;
      read_ += readings.take(row);
    }
  }

  void count_planted(const std::string& name, const std::string& text, const std::string& prompt,
                     const Row& mutant, const std::set<Key>& known) {
    const std::optional<Planted> planted = plant(text, mutant);
    if (!planted)
      throw std::runtime_error(
          fmt::format("{}: line {} of its mutants cannot be planted", name, mutant.at("line")));
    const Checked checked = check_text(name, planted->text, prompt);
    int told = 0;
    bool is_placed = false;
    bool is_named = false;
    for (const report::FindingRow& finding : checked.report.findings) {
      if (!is_loud(finding) || !lines_of(finding).contains(planted->line_number)) continue;
      if (known.contains(key_of(finding))) continue;
      ++told;
      is_placed |= is_at_the_edit(finding, planted->line_number, planted->line, mutant.at("mutated text"));
      is_named |= finding.finding.slip.has_value();
    }
    const bool is_found = told > 0;
    ++planted_;
    once_ += told == 1;
    found_ += is_found;
    placed_ += is_placed;
    named_ += is_named;
    auto& [found, all] = out_.found_by_kind[mutant.at("kind")];
    found += is_found;
    ++all;
    out_.planted.push_back(fmt::format("{}:{}\t{}\t{}{}", name, planted->line_number, mutant.at("kind"),
                                       is_placed  ? "at the number"
                                       : is_found ? "found"
                                                  : "missed",
                                       is_named ? ", slip named" : ""));
  }

  FolderScore out_;
  long plans_ = 0;
  long accused_ = 0;
  long errors_ = 0;
  long warnings_ = 0;
  long derived_ = 0;
  long read_ = 0;
  long planted_ = 0;
  long found_ = 0;
  long placed_ = 0;
  long named_ = 0;
  long once_ = 0;
};

}  // namespace

std::vector<Plan> plans_in(const std::string& folder) {
  constexpr std::string_view truth = ".truth.tsv";
  const std::vector<std::string> files = files_in(folder);
  std::vector<Plan> out;
  for (const std::string& path : files) {
    if (!path.ends_with(truth)) continue;
    const std::string stem = path.substr(0, path.size() - truth.size());
    const auto document = std::find_if(files.begin(), files.end(), [&](const std::string& file) {
      return file.starts_with(stem + ".") && !file.ends_with(".tsv");
    });
    if (document == files.end()) throw std::runtime_error("no document for " + path);
    out.push_back({*document, stem, prompt_of(std::filesystem::path(stem).filename())});
  }
  return out;
}

const Checked& honest(const Plan& plan) {
  static std::map<std::string, Checked> checked;
  const auto known = checked.find(plan.path);
  if (known != checked.end()) return known->second;
  const std::string name = std::filesystem::path(plan.path).filename();
  return checked.emplace(plan.path, check_text(name, read_file(plan.path), plan.prompt)).first->second;
}

FolderScore score_plans(const std::string& folder) {
  PlanScorer scorer(folder);
  for (const Plan& plan : plans_in("tests/" + folder)) scorer.score(plan);
  return scorer.take();
}

}  // namespace reckon::corpus
