// SPDX-License-Identifier: MIT
#include "document/known_tree.hpp"

#include "tree/pointer.hpp"

#include <algorithm>
#include <array>

namespace reckon::document {
namespace {

/// Task and supervisor types of Druid (docs: ingestion/tasks, ingestion/supervisor).
constexpr std::array<std::string_view, 9> druid_types{"index_parallel", "index",   "index_kafka",
                                                      "index_hadoop",   "kafka",   "kinesis",
                                                      "rabbit",         "compact", "index_kinesis"};

std::optional<std::string> manifest(const tree::Node& root) {
  if (scalar_at(root, "apiVersion").empty() || scalar_at(root, "kind").empty()) return std::nullopt;
  return std::string(scalar_at(root, "kind"));
}

/// A type alone may be that of anything; with a specification beside it, it is a task's.
std::optional<std::string> druid(const tree::Node& root) {
  const std::string_view type = scalar_at(root, "type");
  const bool known = std::find(druid_types.begin(), druid_types.end(), type) != druid_types.end();
  const bool specified = root.find("spec") != nullptr || root.find("ioConfig") != nullptr;
  if (tree::at(root, "/spec/dataSchema") == nullptr && !(known && specified)) return std::nullopt;
  return std::string(type);
}

std::optional<std::string> openapi(const tree::Node& root) {
  const bool versioned = !scalar_at(root, "openapi").empty() || !scalar_at(root, "swagger").empty();
  return versioned ? std::optional<std::string>(std::string()) : std::nullopt;
}

/// One row for each type of artefact that YAML and JSON hold: its name when the tree is one.
struct Row {
  std::string_view type;
  std::optional<std::string> (*name)(const tree::Node& root);
};
constexpr std::array rows{Row{"manifest", manifest}, Row{"druid", druid}, Row{"openapi", openapi}};

}  // namespace

std::string_view scalar_at(const tree::Node& node, std::string_view key) {
  const tree::Node* found = node.find(key);
  return found != nullptr && found->is_scalar() ? std::string_view(found->text) : std::string_view{};
}

std::optional<KnownTree> recognise(const tree::Node& root) {
  for (const Row& row : rows) {
    if (auto name = row.name(root)) return KnownTree{row.type, std::move(*name)};
  }
  return std::nullopt;
}

}  // namespace reckon::document
