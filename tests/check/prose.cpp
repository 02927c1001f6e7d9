// SPDX-License-Identifier: MIT
#include "check/prose.hpp"

#include "check/sample.hpp"
#include "tree/read.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace reckon::check {
namespace {

namespace fs = std::filesystem;

tree::Node read_tree(base::Sources& sources, const std::string& file) {
  const base::SourceId id = sources.add(file, read_file(file));
  tree::Reading reading = tree::read_yaml(sources, sources.whole(id), tree::YamlDialect::catalogue);
  if (!reading.problems.empty() || reading.documents.empty())
    throw std::runtime_error(file + ": " +
                             (reading.problems.empty() ? "empty" : reading.problems.front().message));
  return std::move(reading.documents.front());
}

std::string text_of(const tree::Node& node, std::string_view key) {
  const tree::Node* const found = node.find(key);
  return found == nullptr ? std::string{} : found->text;
}

ProseClaim claim_of(const tree::Node& node, const std::string& place) {
  ProseClaim claim{text_of(node, "at"),
                   text_of(node, "is"),
                   text_of(node, "verdict"),
                   text_of(node, "class"),
                   text_of(node, "operands") == "elsewhere",
                   text_of(node, "occurrence") == "first"};
  const bool known =
      claim.verdict == "consistent" || claim.verdict == "rounded" || claim.verdict == "contradicted";
  if (!known || claim.at.empty() || claim.is.empty() ||
      (claim.verdict == "contradicted") != !claim.mistake.empty())
    throw std::runtime_error(place + ": a case lacks at, is, verdict or class");
  return claim;
}

}  // namespace

std::vector<ProseCase> read_prose(const std::string& folder) {
  std::vector<std::string> files;
  for (const auto& entry : fs::directory_iterator(std::string(RECKON_ROOT "/tests/prose/") + folder))
    if (entry.path().extension() == ".yaml") files.push_back(entry.path().filename().string());
  std::sort(files.begin(), files.end());
  std::vector<ProseCase> out;
  for (const std::string& file : files) {
    base::Sources sources;
    const tree::Node root = read_tree(sources, "tests/prose/" + folder + "/" + file);
    for (const tree::Node& node : root.find("cases")->items) {
      ProseCase one;
      one.form = text_of(root, "form");
      one.place =
          fmt::format("{}/{}:{}", folder, file, sources.place(node.span.source, node.span.begin).line);
      one.text = text_of(node, "text");
      if (const tree::Node* const claims = node.find("claims")) {
        for (const tree::Node& claim : claims->items) one.claims.push_back(claim_of(claim, one.place));
      } else {
        one.claims.push_back(claim_of(node, one.place));
      }
      for (const ProseClaim& claim : one.claims)
        if (one.text.rfind(claim.at) == std::string::npos)
          throw std::runtime_error(one.place + ": '" + claim.at + "' does not stand in the text");
      out.push_back(std::move(one));
    }
  }
  return out;
}

std::vector<std::string> read_look_alikes() {
  base::Sources sources;
  const tree::Node root = read_tree(sources, "tests/prose/look-alikes.yaml");
  std::vector<std::string> out;
  for (const tree::Node& line : root.find("lines")->items) out.push_back(line.text);
  return out;
}

}  // namespace reckon::check
