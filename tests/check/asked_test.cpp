// SPDX-License-Identifier: MIT
// What a prompt asks to be stated is read when it is stated in the prompt's own words.
#include "check/sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::check {
namespace {

/// "7 bytes" for [B], "7 Mbps/viewer" for [Mbps/viewer].
std::string value_in(const model::Slot& slot) {
  if (slot.unit_text == "1") return "7";
  return slot.unit_text.starts_with("B") ? "7 bytes" + slot.unit_text.substr(1) : "7 " + slot.unit_text;
}

std::string origin(const Sample& sample, const std::string& slot) {
  const model::Given* given = sample.in_force(slot);
  return given == nullptr ? "not in force" : given->origin;
}

}  // namespace

TEST_CASE("every phrase with which a prompt asks for an assumption states it") {
  for (const std::string& id : catalogue().prompts.ids()) {
    const prompt::Prompt& prompt = *catalogue().prompts.find(id);
    const model::Model& model = *catalogue().models.find(prompt.model);
    CHECK_FALSE(prompt.asks.empty());
    for (const prompt::Asked& asked : prompt.asks) {
      const model::Slot& slot = model.slot(*model::find_slot(model, asked.name));
      const std::string text = "Assumption: " + asked.phrase + " = " + value_in(slot) + '\n';
      INFO(id << ": " << text);
      CHECK(origin(Sample(text, "answer.md", {}, id), asked.name) == "stated in the response");
    }
  }
}

TEST_CASE("an assumption may be called by the identifier of the model") {
  const auto stated = [](const std::string& text, const std::string& slot) {
    return origin(Sample(text, "answer.md", {}, "video-streaming"), slot);
  };
  CHECK(stated("Assumption: server link = 100 Gbps", "cdn.server_link") == "stated in the response");
  CHECK(stated("Assumption: check_interval = 5 s", "failover.check_interval") == "stated in the response");
  // Without the word it may be anybody's, and another dimension is another quantity.
  CHECK(stated("Server link = 100 Gbps", "cdn.server_link") == "not in force");
  CHECK(stated("Assumption: server link = 100 GB", "cdn.server_link") == "not in force");
}

}  // namespace reckon::check
