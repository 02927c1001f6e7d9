// SPDX-License-Identifier: MIT
// The whole program with streams in place of the world, and folders that vanish with the test.
#pragma once

#include "cli/app.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace reckon::cli::test {

struct Outcome {
  ExitCode code = ExitCode::clean;
  std::string out;
  std::string err;
};

inline Outcome call(Invocation invocation, const std::string& input = {}) {
  std::istringstream in(input);
  std::ostringstream out;
  std::ostringstream err;
  const ExitCode code = run(invocation, World{in, out, err});
  return {code, out.str(), err.str()};
}

inline Outcome call(std::vector<std::string> arguments, const std::string& input = {}) {
  Invocation invocation;
  invocation.arguments = std::move(arguments);
  return call(std::move(invocation), input);
}

/// With RECKON_PATH set.
inline Outcome call_with(const std::string& catalogue, std::vector<std::string> arguments) {
  Invocation invocation;
  invocation.arguments = std::move(arguments);
  invocation.catalogue_path = catalogue;
  return call(std::move(invocation));
}

/// A new folder of the system's temporary folder.
class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "reckon-test-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = pattern;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  [[nodiscard]] std::string path(const std::string& name = {}) const { return (path_ / name).string(); }

  /// Writes a file, with the folders above it; its path.
  [[nodiscard]] std::string write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path(name), std::ios::binary) << text;
    return path(name);
  }

  [[nodiscard]] std::string read(const std::string& name) const {
    std::ifstream in(path(name), std::ios::binary);
    if (!in) throw std::runtime_error("no file " + name);
    return {std::istreambuf_iterator<char>(in), {}};
  }

 private:
  std::filesystem::path path_;
};

inline bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

inline constexpr const char* wrong = "prompts/payment-gateway/source.md";
inline constexpr const char* right = "prompts/payment-gateway/consistent.md";
inline constexpr const char* plan = "prompts/payment-gateway/plan.json";

}  // namespace reckon::cli::test
