// SPDX-License-Identifier: MIT
// The only place that touches files and standard input.
#pragma once

#include "document/decode.hpp"
#include "report/write.hpp"
#include "tree/catalogue.hpp"

#include <tl/expected.hpp>

#include <functional>
#include <istream>
#include <string>
#include <string_view>
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

/// The files below a folder that `is_wanted` takes by their names, in alphabetical order; hidden files and
/// folders are left out, and links are not followed.
tl::expected<std::vector<std::string>, std::string> files_below(
    const std::string& folder, const std::function<bool(std::string_view)>& is_wanted);

/// All `*.yaml` below a catalogue folder, paths relative to it, in alphabetical order.
tl::expected<std::vector<tree::CatalogueFile>, std::string> read_catalogue(const std::string& folder);

}  // namespace reckon::cli
