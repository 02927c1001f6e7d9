// SPDX-License-Identifier: MIT
#include "cli/files.hpp"

#include "document/file_kind.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace reckon::cli {
namespace fs = std::filesystem;

namespace {

tl::unexpected<document::Refusal> unreadable(std::string why) {
  return tl::unexpected(document::Refusal{"input.unreadable", std::move(why), ""});
}

/// What a file that is too large is by its beginning says more than that.
tl::unexpected<document::Refusal> too_large(std::string_view beginning) {
  if (const document::FileKind* kind = document::recognise(beginning, true))
    return tl::unexpected(document::refusal(*kind));
  return unreadable(fmt::format("larger than {} MiB", largest_response >> 20U));
}

}  // namespace

FileText read_stream(std::istream& in) {
  std::string text;
  std::vector<char> block(std::size_t{64} << 10U);
  while (in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0) {
    text.append(block.data(), static_cast<std::size_t>(in.gcount()));
    if (text.size() > largest_response) return too_large(text);
  }
  return text;
}

bool is_folder(const std::string& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

report::Project project_here() {
  std::error_code error;
  const fs::path folder = fs::current_path(error);
  for (fs::path root = folder; !root.empty(); root = root.parent_path()) {
    if (fs::exists(root / ".git", error)) return {folder.string(), root.string()};
    if (root == root.root_path()) break;
  }
  return {folder.string(), folder.string()};
}

FileText read_file(const std::string& path) {
  if (is_folder(path)) return unreadable("is a folder");
  std::ifstream in(path, std::ios::binary);
  if (!in) return unreadable(std::strerror(errno));
  return read_stream(in);
}

std::string write_file(const std::string& path,
                       const std::function<void(const report::Write& write)>& print) {
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  print([&out](std::string_view piece) { out << piece; });
  out.close();
  return out ? std::string{} : std::string(std::strerror(errno));
}

tl::expected<std::vector<tree::CatalogueFile>, std::string> read_catalogue(const std::string& folder) {
  std::error_code error;
  std::vector<tree::CatalogueFile> files;
  for (fs::recursive_directory_iterator walk(folder, error), end; !error && walk != end;
       walk.increment(error)) {
    const fs::path& path = walk->path();
    std::error_code unknown;
    if (path.extension() != ".yaml" || !walk->is_regular_file(unknown)) continue;
    auto text = read_file(path.string());
    if (!text) return tl::unexpected(fmt::format("{}: {}", path.string(), text.error().message));
    files.push_back({path.string(), std::move(*text)});
  }
  if (error) return tl::unexpected(error.message());
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return files;
}

}  // namespace reckon::cli
