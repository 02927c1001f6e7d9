// SPDX-License-Identifier: MIT
// The measure for start-up: a C++ program that prints nothing and ends. The string keeps libstdc++ linked.
#include <string>

int main(int argc, char** argv) {
  const std::string name(argc > 0 ? argv[0] : "");
  return name.empty() ? 1 : 0;
}
