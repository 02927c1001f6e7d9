// SPDX-License-Identifier: MIT
// The only place that touches files and standard input.
#pragma once

#include "document/decode.hpp"
#include "report/project.hpp"
#include "report/write.hpp"
#include "tree/catalogue.hpp"

#include <tl/expected.hpp>

#include <functional>
#include <istream>
#include <string>
#include <vector>

namespace reckon::cli {

/// A response is untrusted: more than this is refused.
inline constexpr std::size_t largest_response = std::size_t{8} << 20U;

/// The bytes of a file, or why there are none ("no such file").
using FileText = tl::expected<std::string, document::Refusal>;

FileText read_file(const std::string& path);
FileText read_stream(std::istream& in);
/// What `print` hands over, piece by piece. An empty answer means that it was written.
std::string write_file(const std::string& path, const std::function<void(const report::Write& write)>& print);

bool is_folder(const std::string& path);

/// The working folder, and the repository that it lies in, told by its `.git`.
report::Project project_here();

/// All `*.yaml` below a catalogue folder, paths relative to it, in alphabetical order.
tl::expected<std::vector<tree::CatalogueFile>, std::string> read_catalogue(const std::string& folder);

}  // namespace reckon::cli
