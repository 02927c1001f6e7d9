// SPDX-License-Identifier: MIT
// Models by name and scenarios in words, for tests.
#pragma once

#include "model/library.hpp"
#include "model/run.hpp"
#include "units/read.hpp"

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace reckon::model::test {

/// Model files by id.
using Texts = std::vector<std::pair<std::string, std::string>>;

/// The models of the repository, and beside them those that a test writes: texts by id.
struct Shelf {
  base::Sources sources;
  Library library;

  explicit Shelf(const Texts& extra = {}) : library(sources, files(extra)) {}

  const Model& model(const std::string& id) {
    const Model* found = library.find(id);
    if (found == nullptr) throw std::runtime_error("no sound model " + id + '\n' + complaints());
    return *found;
  }

  /// Every problem so far, rendered.
  [[nodiscard]] std::string complaints() const {
    std::string out;
    for (const base::Diagnostic& problem : library.problems()) out += base::render(problem, sources) + '\n';
    return out;
  }

 private:
  static std::vector<tree::CatalogueFile> files(const Texts& texts) {
    std::vector<tree::CatalogueFile> out;
    for (const auto& [id, text] : texts) out.push_back({"models/" + id + ".yaml", text});
    return out;
  }
};

/// The models of the repository, loaded once for a test program.
inline Shelf& catalogue() {
  static Shelf loaded;
  return loaded;
}

inline SlotId slot(const Model& model, const std::string& name) {
  const auto found = find_slot(model, name);
  if (!found) throw std::runtime_error("no quantity " + name + ' ' + explain_unknown(model, name));
  return *found;
}

/// An exact value from the user.
inline Given given(double value, const units::Dimension& dimension) {
  Given out;
  out.stated.interval = units::exactly(value);
  out.stated.dimension = dimension;
  return out;
}

using Settings = std::vector<std::pair<std::string, std::string>>;

/// Name and value as people write them: {"rate", "100,000 request/s"}.
inline Scenario scenario(const Model& model, const Settings& settings) {
  Scenario out(model.slots.size());
  for (const auto& [name, text] : settings) {
    const SlotId at = slot(model, name);
    units::Expectation expect;
    expect.dimension = model.slot(at).unit.dimension;
    const auto stated = units::read_quantity(text, expect);
    if (!stated) throw std::runtime_error(name + ": " + stated.error().message);
    out[at] = given(stated->interval.value, stated->dimension);
  }
  return out;
}

}  // namespace reckon::model::test
