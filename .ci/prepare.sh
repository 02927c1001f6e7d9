# SPDX-License-Identifier: MIT
# Sourced by ./reckon, ./test and .ci/run: installs the packages that are missing and builds one preset.
# Nothing here writes to stdout, which belongs to the program.
# shellcheck shell=bash

say() { printf 'reckon: %s\n' "$*" >&2; }

# missing_packages LIST... : names from .ci/packages/LIST.txt that dpkg does not know as installed.
missing_packages() {
  local package command
  cat "${@/%/.txt}" | while read -r package command; do
    case $package in '' | '#'*) continue ;; esac
    if [ -n "$command" ] && command -v "$command" >/dev/null; then continue; fi
    dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2>/dev/null | grep -q '^ii' || printf '%s\n' "$package"
  done
}

# install_packages LIST... : on a system without dpkg the build itself says what it does not find.
install_packages() {
  command -v dpkg-query >/dev/null || return 0
  local packages as_root=()
  packages=$(cd .ci/packages && missing_packages "$@" | paste -sd ' ')
  [ -n "$packages" ] || return 0
  if [ "$(id -u)" != 0 ]; then
    if ! command -v sudo >/dev/null; then
      say "these Debian packages are missing; as root: apt-get install $packages"
      return 2
    fi
    as_root=(sudo)
  fi
  say "installing Debian packages: $packages"
  mkdir -p build
  # An outdated index may still do. $packages is a list of words.
  # shellcheck disable=SC2086
  {
    "${as_root[@]}" apt-get update -q || true
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $packages
  } </dev/null >build/packages.log 2>&1 || {
    tail -n 20 build/packages.log >&2
    say "apt-get could not install them"
    return 2
  }
}

# build_preset NAME [TARGET] : quiet unless it fails; one build at a time in each folder. `.built` carries the
# time at which the last good build began.
build_preset() {
  local folder=build/$1
  mkdir -p "$folder"
  {
    flock 9 &&
      touch "$folder/.began" &&
      { [ "$folder/build.ninja" -nt CMakePresets.json ] || cmake --preset "$1"; } &&
      cmake --build --preset "$1" ${2:+--target "$2"} &&
      mv "$folder/.began" "$folder/.built"
  } 9>"$folder/.lock" </dev/null >"$folder/build.log" 2>&1 || {
    tail -n 100 "$folder/build.log" >&2
    say "the build failed; all of its output: $folder/build.log"
    return 4
  }
}
