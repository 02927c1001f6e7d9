// SPDX-License-Identifier: MIT
// A catalogue entry as plain data: what is asked of a language model, with which variables, in which shape,
// and which names the places of its answer state.
#pragma once

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "prompt/rule.hpp"
#include "tree/node.hpp"
#include "units/quantity.hpp"

#include <optional>
#include <string>
#include <vector>

namespace reckon::prompt {

struct Variable {
  std::string name;  ///< letter for letter as in responses: `peakTPS`
  std::string ask;
  std::string unit_text;  ///< "" for a text variable
  units::Unit unit;
  std::size_t text_limit = 0;  ///< longest text in characters; 0 for a quantity
  std::string fallback;        ///< as written; "" when it must be given
  base::Span fallback_span;
  /// Model inputs that the variable feeds; `pattern` picks a number out of a text ("{n} global regions") or
  /// counts its entries ("{count}").
  struct Feed {
    std::string input;
    std::string pattern;
    base::Span span;
  };
  std::vector<Feed> feeds;
  base::Span declared;
};

/// A place of the response that states a name of the model.
struct Place {
  std::string pattern;  ///< tree/pointer.hpp
  std::string name;
  std::string unit_text;  ///< unit of a bare number there
  units::Unit unit;
  base::Span span;
};

/// What the prompt asks to be stated as an assumption, in its own words, and the input that is meant.
struct Asked {
  std::string phrase;  ///< stands in `system`: "bitrate of a viewer"
  std::string name;
  base::Span span;
};

/// A place of the response whose text is code: of a language, as a fence names it, or the columns of a table.
struct CodePlace {
  std::string pattern;
  std::string language;  ///< "sql"; "" lets the code speak for itself
  std::string table;     ///< pointer below the place to the table's name; "" when it is no table
  std::string columns;   ///< pattern below the place to its columns, each a text of SQL
};

struct Feedback {
  int rounds = 3;
  std::string reveal = "formula";
  std::string text;
};

struct Example {
  std::string response;  ///< file name beside prompt.yaml
  std::vector<std::string> expect;
};

struct Prompt {
  std::string id;
  std::string title;
  std::string section;
  std::vector<std::string> domains;
  std::string model;
  std::vector<Variable> variables;
  std::string system;
  std::string user;
  std::vector<Asked> asks;
  base::Span system_span;  ///< as written, to find placeholders in
  base::Span user_span;
  tree::Node schema;  ///< JSON Schema of the answer, in the portable subset
  std::vector<Place> reads;
  std::vector<CodePlace> code;
  std::vector<Rule> rules;
  Feedback feedback;
  std::vector<Example> examples;
  base::SourceId source = 0;

  [[nodiscard]] const Variable* find_variable(std::string_view name) const;
};

}  // namespace reckon::prompt
