// SPDX-License-Identifier: MIT
#include "check/detect.hpp"

#include "units/characters.hpp"

#include <algorithm>
#include <set>
#include <string_view>

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

using Keys = std::set<std::string_view>;

Keys keys_of(const std::vector<const tree::Node*>& objects) {
  Keys out;
  for (const tree::Node* object : objects) {
    for (const tree::Member& member : object->members) out.insert(member.key);
  }
  return out;
}

/// Whether a file has one of the keys, quoted or not: a prompt that has none need not be loaded.
bool has_one(std::string_view yaml, const Keys& keys) {
  constexpr std::string_view around_keys = " \t\n\"',{?";
  for (std::size_t colon = yaml.find(':'); colon != yaml.npos; colon = yaml.find(':', colon + 1)) {
    const std::string_view before = yaml.substr(0, colon);
    const std::size_t last = before.find_last_not_of(around_keys);
    if (last == before.npos) continue;
    const std::size_t first = before.find_last_of(around_keys, last) + 1;
    if (keys.contains(before.substr(first, last + 1 - first))) return true;
  }
  return false;
}

/// Of keys with blanks or signs only a parser can tell.
bool is_plain(std::string_view key) {
  return std::all_of(key.begin(), key.end(),
                     [](char c) { return units::is_ascii_letter(c) || units::is_digit(c) || c == '_'; });
}

}  // namespace

const prompt::Prompt* detect_prompt(prompt::Library& prompts, const document::Document& document) {
  std::vector<const tree::Node*> objects;
  for (const document::Fragment& fragment : document.fragments) {
    const auto* artefact = std::get_if<document::Artefact>(&fragment);
    if (artefact != nullptr && artefact->type == "response") objects.push_back(&*artefact->tree);
  }
  if (objects.empty()) return nullptr;
  const Keys keys = keys_of(objects);
  const bool are_plain = std::all_of(keys.begin(), keys.end(), is_plain);
  const prompt::Prompt* best = nullptr;
  double best_share = enough_keys;
  bool tie = false;
  for (const std::string& id : prompts.ids()) {
    if (are_plain && !has_one(prompts.text(id), keys)) continue;
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
