// SPDX-License-Identifier: MIT
#include "check/record_lookup.hpp"

#include "check/labels.hpp"

#include <algorithm>
#include <optional>

namespace reckon::check {
namespace {

constexpr std::size_t most_of_one_name = 16;

/// The texts of some fields as one; nothing when the record lacks one of them.
template <class Names>
std::optional<std::string> joined(const Record& record, const Names& names) {
  std::string out;
  for (const auto& name : names) {
    const auto field = record.find(std::string(name));
    if (field == record.end()) return std::nullopt;
    out += compared(field->second.text);
    out += '\n';
  }
  return out;
}

std::vector<std::string_view> fields_of(const Record& record) {
  std::vector<std::string_view> out;
  for (const auto& [name, text] : record) out.push_back(name);
  return out;
}

}  // namespace

std::string compared(std::string_view text) {
  std::string out = plain_label(text);
  std::erase(out, ' ');
  return out;
}

RecordLookup::RecordLookup(const std::vector<const Record*>& others) {
  for (const Record* other : others) groups_[fields_of(*other)].records.push_back(other);
}

bool RecordLookup::holds(const Record& record) {
  const Fields own = fields_of(record);
  for (auto& [fields, group] : groups_) {
    Fields both;  // names as the group's records hold them: what is kept must outlive `record`
    std::set_intersection(fields.begin(), fields.end(), own.begin(), own.end(), std::back_inserter(both));
    if (both.empty()) continue;
    const auto [texts, is_new] = group.texts.try_emplace(both);
    if (is_new) {
      for (const Record* other : group.records) texts->second.insert(*joined(*other, both));
    }
    if (texts->second.count(*joined(record, both)) != 0) return true;
  }
  return false;
}

RecordJoin::RecordJoin(const std::vector<const Record*>& others, const std::vector<std::string>& join,
                       const std::string& field)
    : join_(join) {
  std::unordered_map<std::string, std::unordered_set<std::string>> said;
  for (const Record* other : others) {
    const auto statement = other->find(field);
    const auto key = joined(*other, join_);
    if (!key || statement == other->end()) continue;
    std::vector<const Record*>& same = by_text_[*key];
    if (same.size() < most_of_one_name && said[*key].insert(compared(statement->second.text)).second)
      same.push_back(other);
  }
}

const std::vector<const Record*>& RecordJoin::with(const Record& record) const {
  const auto key = joined(record, join_);
  const auto found = key ? by_text_.find(*key) : by_text_.end();
  return found == by_text_.end() ? none_ : found->second;
}

}  // namespace reckon::check
