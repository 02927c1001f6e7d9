// SPDX-License-Identifier: MIT
// Any bytes as a document whose numbers are read: each has a place and a fate, each derivation is whole, and
// what is accused fails.
#include "derive/derive.hpp"
#include "derive/judge/written_out.hpp"
#include "spans.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using namespace reckon;

void check_derivation(const base::Sources& sources, const derive::Derived& derived,
                      const derive::Derivation& derivation) {
  const derive::Page& page = derived.page;
  fuzz::require(derivation.line < page.lines.size() && derivation.begin <= derivation.end);
  fuzz::require(derivation.first_node <= derivation.root && derivation.root < page.nodes.size());
  if (derivation.target != derive::nowhere) fuzz::require(derivation.target < page.mentions.size());
  for (const derive::MentionId id : derive::operands_of(page, derivation))
    fuzz::require(id < page.mentions.size());
  fuzz::check_span(sources, derive::place_of(page, derivation));
  fuzz::require(!derive::calculation_text(page, sources, derivation).empty());
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > (std::size_t{32} << 10U)) return 0;
  base::Sources sources;
  const auto id = sources.add("fuzz.md", std::string(reinterpret_cast<const char*>(data), size));
  const document::Document document = document::read(sources, id);
  const derive::Derived derived = derive::derive(sources, document);
  fuzz::require(derived.page.lexed == derived.page.mentions.size());
  fuzz::require(derived.judged.stories.size() == derived.page.mentions.size());
  for (derive::MentionId m = 0; m < derived.page.mentions.size(); ++m)
    fuzz::check_span(sources, derived.page.span(m));
  for (const derive::Derivation& derivation : derived.derivations)
    check_derivation(sources, derived, derivation);
  for (const derive::Accusation& accusation : derived.judged.weighed) {
    fuzz::require(!derived.derivations[accusation.derivation].holds());
    fuzz::require(std::isfinite(accusation.margin));
  }
  return 0;
}
