// SPDX-License-Identifier: MIT
// A relation inside one response, as data: records picked from the answer and from artefacts, and what must
// hold between them. Judged by `check`.
#pragma once

#include "base/diagnostic.hpp"
#include "base/source.hpp"

#include <string>
#include <utility>
#include <vector>

namespace reckon::prompt {

/// One field, or several picked out of one text: `{table}.{column}` at `/from`.
struct Field {
  std::string pattern;
  /// Below the selected node; `^/...` from the root of the artefact; "" is the node itself; `@2` is the
  /// second key on the way to it.
  std::string pointer;

  bool operator==(const Field&) const = default;
};

/// What a text looks like that a selector takes for one of its fields.
enum class Shape {
  name,    ///< letters, digits, `_`, `-` and `$`
  path,    ///< starts with `/` and is one word
  digits,  ///< nothing else, but for commas between them
};

/// Picks records: texts by field name.
struct Selector {
  std::string type = "response";    ///< or an artefact type: "manifest", "table"...
  std::string name;                 ///< of the artefact; "" for any
  std::string at;                   ///< pattern of pointers; each match is a record
  std::vector<Field> fields;        ///< empty: one field `each`, the node's own text
  bool keys = false;                ///< the keys of the mapping at `at`, as field `each`
  std::string between;              ///< two marks, `{}`: one record for each text between them, as `each`
                                    ///< beside `whole`, the text that it stands in
  std::string strip;                ///< characters taken off both ends of every text
  std::vector<std::string> is;      ///< keeps records of which one text is one of these
  std::vector<std::string> saying;  ///< keeps records in which one of these words stands
  /// Fields and what they look like: a text of another shape is no such record, but a sentence perhaps.
  std::vector<std::pair<std::string, Shape>> shape;
  std::string sql_columns;          ///< pointer to SQL column texts: one record for each column
  std::vector<std::string> values;  ///< constants, as field `each`; then nothing is selected
  std::string variable;             ///< a text variable's comma-separated values, as field `each`

  bool operator==(const Selector&) const = default;
};

struct Rule {
  enum class Kind {
    among,    ///< every record of `each` is in one of `others`, compared in the fields that both have
    agree,    ///< records of `each` and of `others` with equal `join` fields have equal `agree` fields
    needs,    ///< where `each` finds something, `others` must find something
    without,  ///< where `each` finds something, `others` must find nothing
  };
  std::string id;
  Kind kind = Kind::among;
  Selector each;
  std::vector<Selector> others;
  std::vector<std::string> join;
  std::string agree;
  base::Severity severity = base::Severity::error;
  std::string say;  ///< `{field}` of the record; `{other.field}` of the one that it was compared with
  std::string about;
};

}  // namespace reckon::prompt
