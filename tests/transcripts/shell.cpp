// SPDX-License-Identifier: MIT
#include "transcripts/shell.hpp"

#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <stdexcept>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>

namespace reckon::transcripts {
namespace {

/// `./reckon` is the script of the checkout; under test is the program that was just built.
std::string without_script(std::string command) {
  constexpr std::string_view script = "./reckon";
  for (std::size_t at = command.find(script); at != std::string::npos; at = command.find(script, at + 1)) {
    const std::size_t end = at + script.size();
    const bool is_word =
        (at == 0 || std::string_view(" \n|;&(").find(command[at - 1]) != std::string_view::npos) &&
        (end == command.size() || command[end] == ' ');
    if (is_word) command.erase(at, 2);
  }
  return command;
}

/// Never returns: becomes bash, or ends with the code that shells use for a command that cannot be run.
[[noreturn]] void become_shell(const std::string& command, const std::string& scratch, int output) {
  const char* path = std::getenv("PATH");
  setenv("PATH",
         (std::string(RECKON_PROGRAM_FOLDER ":") + (path != nullptr ? path : "/usr/bin:/bin")).c_str(), 1);
  setenv("TMPDIR", scratch.c_str(), 1);
  setenv("NO_COLOR", "1", 1);
  setenv("LC_ALL", "C.UTF-8", 1);
  // Whatever the caller's settings, a transcript reads the same.
  for (const char* name : {"CI", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "RECKON_PATH", "RECKON_CONFIG",
                           "COLUMNS", "BASH_ENV", "FORCE_COLOR", "CLICOLOR_FORCE"}) {
    unsetenv(name);
  }
  const int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
  dup2(nothing, STDIN_FILENO);
  dup2(output, STDOUT_FILENO);
  dup2(output, STDERR_FILENO);
  if (chdir(RECKON_ROOT) == 0) {
    execlp("bash", "bash", "--norc", "-c", command.c_str(), static_cast<char*>(nullptr));
  }
  _exit(127);
}

}  // namespace

Run run(const std::string& command, const std::string& scratch) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe to the shell");
  const pid_t child = fork();
  if (child < 0) throw std::runtime_error("no process for the shell");
  if (child == 0) become_shell(without_script(command), scratch, ends[1]);
  close(ends[1]);

  Run result;
  std::array<char, 4096> buffer{};
  for (;;) {
    const ssize_t count = read(ends[0], buffer.data(), buffer.size());
    if (count <= 0) break;
    result.output.append(buffer.data(), static_cast<std::size_t>(count));
  }
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  result.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return result;
}

}  // namespace reckon::transcripts
