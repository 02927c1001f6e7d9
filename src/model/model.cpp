// SPDX-License-Identifier: MIT
#include "model/model.hpp"

#include "base/suggest.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reckon::model {
namespace {

bool ends_with_part(std::string_view dotted, std::string_view last) {
  return dotted.size() > last.size() + 1 && dotted.substr(dotted.size() - last.size()) == last &&
         dotted[dotted.size() - last.size() - 1] == '.';
}

/// Slots whose dotted name ends with `name`. An input that the model computes is no rival of one that can be
/// set.
std::vector<SlotId> candidates(const Model& model, std::string_view name) {
  std::vector<SlotId> out;
  std::vector<SlotId> links;
  for (SlotId id = 0; id < model.slots.size(); ++id) {
    if (!ends_with_part(model.slots[id].name, name)) continue;
    (model.slots[id].kind == SlotKind::link ? links : out).push_back(id);
  }
  return out.empty() ? links : out;
}

}  // namespace

std::optional<SlotId> find_slot(const Model& model, std::string_view name) {
  for (SlotId id = 0; id < model.slots.size(); ++id) {
    if (model.slots[id].name == name) return id;
  }
  const auto found = candidates(model, name);
  return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
}

std::string explain_unknown(const Model& model, std::string_view name) {
  const auto found = candidates(model, name);
  if (found.size() > 1) {
    std::vector<std::string_view> names;
    names.reserve(found.size());
    for (const SlotId id : found) names.push_back(model.slots[id].name);
    return fmt::format("it could be {}: write the whole name", fmt::join(names, " or "));
  }
  std::vector<std::string> known;
  for (const Slot& slot : model.slots) {
    known.push_back(slot.name);
    if (const std::size_t dot = slot.name.rfind('.'); dot != std::string::npos)
      known.push_back(slot.name.substr(dot + 1));
  }
  return base::did_you_mean(name, known);
}

}  // namespace reckon::model
