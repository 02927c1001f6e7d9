// SPDX-License-Identifier: MIT
// An answer written another way gets the same verdicts, and a sound one stays without a finding.
#include "check/rewrites.hpp"

#include "check/sample.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>

namespace reckon::check {
namespace {

std::string consistent() {
  return read_file("prompts/payment-gateway/consistent.md");
}

/// Name and verdict of every bound result and input, in an order of their own: places move.
std::vector<std::string> verdicts(const Sample& sample) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < sample.review.claims.size(); ++i) {
    const Claim& claim = sample.review.claims[i];
    if (!claim.slot || claim.from_platform) continue;
    const Verdict verdict = sample.review.claims.judgement(i).verdict;
    out.push_back(sample.slot_name(claim) + ' ' + std::string(name(claim.role)) + ' ' +
                  std::string(name(verdict == Verdict::rounded ? Verdict::consistent : verdict)));
  }
  std::sort(out.begin(), out.end());
  return out;
}

TEST_CASE("each rewrite changes the text and no verdict") {
  const std::string original = consistent();
  const std::vector<std::string> expected = verdicts(Sample(original));
  for (const Rewrite& rewrite : rewrites()) {
    const std::string text = rewrite.apply(original);
    const Sample sample(text);
    INFO(rewrite.name << sample.complaints());
    CHECK(text != original);
    CHECK(sample.rules().empty());
    CHECK(verdicts(sample) == expected);
  }
}

TEST_CASE("rewrites of the source change none of its findings") {
  const std::string original = read_file("prompts/payment-gateway/source.md");
  auto expected = Sample(original).rules();
  std::sort(expected.begin(), expected.end());
  for (const Rewrite& rewrite : rewrites()) {
    const Sample sample(rewrite.apply(original));
    auto rules = sample.rules();
    std::sort(rules.begin(), rules.end());
    INFO(rewrite.name << sample.complaints());
    CHECK(rules == expected);
  }
}

TEST_CASE("rewrites one after the other change no verdict") {
  const std::string original = consistent();
  const std::vector<std::string> expected = verdicts(Sample(original));
  const bool holds = rc::check("composed rewrites", [&] {
    const std::size_t last = rewrites().size() - 1;
    auto chosen = *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, last));
    if (*rc::gen::arbitrary<bool>()) chosen.push_back(last);
    std::string text = original;
    std::string names;
    for (const std::size_t index : chosen) {
      text = rewrites()[index].apply(text);
      names += std::string(rewrites()[index].name) + "; ";
    }
    const Sample sample(text);
    RC_LOG() << names << sample.complaints();
    RC_ASSERT(sample.rules().empty());
    RC_ASSERT(verdicts(sample) == expected);
  });
  CHECK(holds);
}

}  // namespace
}  // namespace reckon::check
