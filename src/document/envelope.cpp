// SPDX-License-Identifier: MIT
#include "document/envelope.hpp"

#include <string_view>

namespace reckon::document {
namespace {

const tree::Node* find(const tree::Node& node, std::string_view key, tree::Kind kind) {
  const tree::Node* found = node.find(key);
  return found != nullptr && found->kind == kind ? found : nullptr;
}

bool says(const tree::Node& node, std::string_view key, std::string_view value) {
  const tree::Node* found = find(node, key, tree::Kind::string);
  return found != nullptr && found->text == value;
}

void add(const tree::Node* part, Answer& out) {
  if (part != nullptr) out.push_back(part);
}

/// A block of content: text, or the input of a tool that the answer was forced into.
void add_block(const tree::Node& block, Answer& out) {
  add(find(block, "text", tree::Kind::string), out);
  if (says(block, "type", "tool_use")) add(find(block, "input", tree::Kind::mapping), out);
}

/// A message of any of them: its content is a text or a list of blocks.
void add_message(const tree::Node& message, Answer& out) {
  add(find(message, "content", tree::Kind::string), out);
  if (const tree::Node* blocks = find(message, "content", tree::Kind::sequence); blocks != nullptr) {
    for (const tree::Node& block : blocks->items) add_block(block, out);
  }
  if (const tree::Node* calls = find(message, "tool_calls", tree::Kind::sequence); calls != nullptr) {
    for (const tree::Node& call : calls->items) {
      const tree::Node* function = find(call, "function", tree::Kind::mapping);
      if (function != nullptr) add(find(*function, "arguments", tree::Kind::string), out);
    }
  }
}

Answer in_choices(const tree::Node& choices) {
  Answer out;
  for (const tree::Node& choice : choices.items) {
    const tree::Node* message = find(choice, "message", tree::Kind::mapping);
    if (message != nullptr) add_message(*message, out);
  }
  return out;
}

Answer in_output(const tree::Node& output) {
  Answer out;
  for (const tree::Node& item : output.items) {
    if (says(item, "type", "message")) add_message(item, out);
    if (says(item, "type", "function_call")) add(find(item, "arguments", tree::Kind::string), out);
  }
  return out;
}

}  // namespace

std::optional<Answer> answer_in(const tree::Node& root) {
  if (says(root, "object", "chat.completion")) {
    if (const tree::Node* choices = find(root, "choices", tree::Kind::sequence)) return in_choices(*choices);
  }
  if (says(root, "object", "response")) {
    if (const tree::Node* output = find(root, "output", tree::Kind::sequence)) return in_output(*output);
  }
  if (says(root, "type", "message") && says(root, "role", "assistant")) {
    Answer out;
    add_message(root, out);
    return out;
  }
  return std::nullopt;
}

}  // namespace reckon::document
