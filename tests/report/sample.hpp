// SPDX-License-Identifier: MIT
// Reports of texts, for tests: of the small shop in golden/, or of the catalogue.
#pragma once

#include "document/read.hpp"
#include "model/library.hpp"
#include "prompt/library.hpp"
#include "report/formats.hpp"
#include "report/report.hpp"

#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace reckon::report::test {

inline std::string read_file(const std::string& path) {
  std::ifstream in(RECKON_ROOT "/" + path, std::ios::binary);
  if (!in) throw std::runtime_error("no file " + path);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline std::string golden_file(const std::string& name) {
  return read_file("tests/report/golden/" + name);
}

inline std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> out;
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

/// The catalogue, and beside it the shop, loaded once for a test program.
struct Catalogue {
  base::Sources sources;
  std::vector<tree::CatalogueFile> shop{{"models/shop.yaml", golden_file("model.yaml")},
                                        {"prompts/shop/prompt.yaml", golden_file("prompt.yaml")}};
  model::Library models{sources, shop};
  prompt::Library prompts{sources, shop};
};

inline check::Context context(const std::string& id) {
  static Catalogue catalogue;
  const prompt::Prompt* prompt = catalogue.prompts.find(id);
  const model::Model* model = catalogue.models.find(prompt == nullptr ? id : prompt->model);
  if (model == nullptr) throw std::runtime_error("no sound prompt or model " + id);
  return check::make_context(*model, prompt);
}

using Documents = std::vector<std::pair<std::string, std::string>>;  ///< name and text

/// A report of documents that all answer one prompt.
struct Printed {
  base::Sources sources;
  Report report;

  Printed(const std::string& prompt, const Documents& documents) {
    std::vector<check::Review> reviews;
    for (const auto& [name, text] : documents) {
      const auto source = sources.add(name, text);
      reviews.push_back(check::review(sources, document::read(sources, source), context(prompt)));
    }
    report = build(sources, reviews, "0.0.0");
    report.exit = report.summary.errors > 0 ? 1 : 0;
    for (FindingRow& row : report.findings)
      row.fails = row.finding.diagnostic.severity == base::Severity::error;
  }

  [[nodiscard]] std::string text(bool verbose = false) const {
    Options options;
    options.verbose = verbose;
    return printed("text", options);
  }
  [[nodiscard]] std::string json() const { return printed("json", {}); }

  [[nodiscard]] std::string printed(std::string_view format, const Options& options = {}) const {
    std::string out;
    find_format(format)->print(report, sources, options, [&out](std::string_view piece) { out += piece; });
    return out;
  }
};

inline Printed printed_shop() {
  return Printed("shop", {{"answer.md", golden_file("answer.md")}});
}

}  // namespace reckon::report::test
