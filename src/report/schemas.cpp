// SPDX-License-Identifier: MIT
#include "report/schemas.hpp"

#include "report/embedded.hpp"

namespace reckon::report {
namespace {

/// `docs/schemas/report.json` -> `report`
std::string_view name_of(std::string_view path) {
  path.remove_prefix(path.rfind('/') + 1);
  return path.substr(0, path.find('.'));
}

}  // namespace

std::vector<std::string> schema_names() {
  std::vector<std::string> out;
  for (const base::EmbeddedFile& file : embedded_files()) out.emplace_back(name_of(file.path));
  return out;
}

std::optional<std::string_view> schema(std::string_view name) {
  for (const base::EmbeddedFile& file : embedded_files()) {
    if (name_of(file.path) == name) return file.text;
  }
  return std::nullopt;
}

}  // namespace reckon::report
