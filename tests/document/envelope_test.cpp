// SPDX-License-Identifier: MIT
// Answers as the interfaces of OpenAI and Anthropic return them.
#include "document/sample.hpp"

#include <catch2/catch.hpp>

using namespace reckon::document;
using Lines = std::vector<std::string>;

namespace {

Lines answered(const std::string& text) {
  const Sample sample = read_sample(text, "answer.json");
  CHECK(sample.problems().empty());
  CHECK(spans_are_sound(sample));
  return sample.outline();
}

}  // namespace

TEST_CASE("a chat completion is the message of its choices") {
  CHECK(answered(R"({"object": "chat.completion", "usage": {"total_tokens": 900}, "choices": [
      {"message": {"role": "assistant", "content": "# Plan\n\n- 12 nodes"}}]})") ==
        Lines{"heading1 Plan", "item1 [Plan] 12 nodes"});
  CHECK(answered(R"({"object": "chat.completion", "choices": [
      {"message": {"content": "{\"nodes\": 12}"}}]})") == Lines{"response"});
  CHECK(answered(R"({"object": "chat.completion", "choices": [{"message": {"content": null, "tool_calls": [
      {"function": {"name": "answer", "arguments": "{\"nodes\": 12}"}}]}}]})") == Lines{"response"});
}

TEST_CASE("a response is what its output says, without what was thought aloud") {
  CHECK(answered(R"({"object": "response", "output": [
      {"type": "reasoning", "summary": [{"type": "summary_text", "text": "perhaps 13 nodes"}]},
      {"type": "message", "content": [{"type": "output_text", "text": "12 nodes"}]},
      {"type": "function_call", "arguments": "{\"nodes\": 12}"}]})") ==
        Lines{"paragraph 12 nodes", "response"});
}

TEST_CASE("a message is its texts and the inputs of its tools") {
  CHECK(answered(R"({"type": "message", "role": "assistant", "content": [
      {"type": "thinking", "thinking": "perhaps 13 nodes"}, {"type": "text", "text": "12 nodes"},
      {"type": "tool_use", "name": "answer", "input": {"nodes": 12}}]})") ==
        Lines{"paragraph 12 nodes", "response"});
}

TEST_CASE("places lead into the envelope") {
  const Sample sample = read_sample(
      R"({"type": "message", "role": "assistant", "content": [{"type": "tool_use", "input": {"nodes": 12}}]})",
      "answer.json");
  CHECK(sample.at(0, "/nodes") == "12");
}

TEST_CASE("data that looks a little like an envelope is data") {
  for (const char* text :
       {R"({"choices": [{"message": {"content": "12 nodes"}}]})",
        R"({"type": "message", "content": "12 nodes"})", R"({"object": "chat.completion", "choices": 3})"})
    CHECK(answered(text) == Lines{"response"});
}
