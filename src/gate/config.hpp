// SPDX-License-Identifier: MIT
// `.reckon.yaml`: which documents answer what, what fails, what is left out. Strict: a key that nobody knows,
// a rule or a prompt that does not exist is a problem at its place. docs/schemas/config.json is its shape.
#pragma once

#include "base/source.hpp"
#include "gate/glob.hpp"
#include "gate/policy.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reckon::gate {

/// How the files that one of some patterns fits are read.
struct DocumentRule {
  struct Setting {
    base::Span name;
    base::Span value;
  };
  std::vector<std::string> files;  ///< patterns, from the folder of the configuration on
  std::string prompt;              ///< or "": told by the keys of each document
  std::vector<Setting> settings;
  bool together = false;        ///< all of them are one design
  bool inline_waivers = false;  ///< comments in them may waive findings
};

struct Config {
  std::vector<DocumentRule> documents;
  std::vector<IgnoreLine> exclude;
  Policy policy;
  std::string waivers;   ///< a file, from the folder of the configuration on; "": the usual one
  std::string baseline;  ///< the same; "": none
};

/// The words that a configuration may use; a list is asked for when a word is to be looked up.
struct KnownNames {
  std::function<std::vector<std::string>()> rules;
  std::function<std::vector<std::string>()> prompts;
};

/// The file, or nothing after problems; all of them are told at once.
std::optional<Config> load_config(const base::Sources& sources, base::SourceId source,
                                  const KnownNames& known, std::vector<base::Diagnostic>& problems);

/// The first rule that fits a path, told from the folder of the configuration; null for none.
const DocumentRule* rule_for(const Config& config, std::string_view path);

/// A share as people write it: "40 %", "40%" or "0.4".
std::optional<double> read_share(std::string_view text);
/// A plain number.
std::optional<double> read_number(std::string_view text);
/// A plain number, not below zero.
std::optional<double> read_amount(std::string_view text);

}  // namespace reckon::gate
