// SPDX-License-Identifier: MIT
#include "check/detect.hpp"

#include <algorithm>

namespace reckon::check {
namespace {

/// An answer may leave a key out; half of them is no answer any more.
constexpr double enough_keys = 0.5;

/// Share of a schema's top-level keys that an object carries.
double share_of_keys(const tree::Node& schema, const tree::Node& object) {
  const tree::Node* properties = schema.find("properties");
  if (properties == nullptr || properties->members.empty()) return 0.0;
  const auto found =
      std::count_if(properties->members.begin(), properties->members.end(),
                    [&](const tree::Member& member) { return object.find(member.key) != nullptr; });
  return static_cast<double>(found) / static_cast<double>(properties->members.size());
}

}  // namespace

const prompt::Prompt* detect_prompt(prompt::Library& prompts, const document::Document& document) {
  std::vector<const tree::Node*> objects;
  for (const document::Fragment& fragment : document.fragments) {
    const auto* artefact = std::get_if<document::Artefact>(&fragment);
    if (artefact != nullptr && artefact->type == "response") objects.push_back(&*artefact->tree);
  }
  if (objects.empty()) return nullptr;
  const prompt::Prompt* best = nullptr;
  double best_share = enough_keys;
  bool tie = false;
  for (const std::string& id : prompts.ids()) {
    const prompt::Prompt* prompt = prompts.find(id);
    if (prompt == nullptr) continue;
    for (const tree::Node* object : objects) {
      const double share = share_of_keys(prompt->schema, *object);
      if (share > best_share) {
        best = prompt;
        best_share = share;
        tie = false;
      } else if (share == best_share && best != nullptr && best != prompt) {
        tie = true;
      }
    }
  }
  return tie ? nullptr : best;
}

}  // namespace reckon::check
