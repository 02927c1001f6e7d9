// SPDX-License-Identifier: MIT
// The subset of JSON Schema that every provider of language models takes for structured output. Limits such as
// minimum or pattern are not in it: they stand in descriptions, and reckon checks them.
const keys = ["type", "properties", "required", "additionalProperties", "items", "enum", "description", "anyOf"];
const types = ["object", "array", "string", "number", "integer", "boolean", "null"];
const deepest = 6;
const mostProperties = 200;

/** What is not portable about a response schema, one line each. */
export function complaints(root) {
  const out = [];
  let properties = 0;
  const visit = (schema, at, depth) => {
    const say = (text) => out.push(`${at || "/"} ${text}`);
    if (depth > deepest) say(`lies deeper than ${deepest}`);
    for (const key of Object.keys(schema)) if (!keys.includes(key)) say(`has the key '${key}'`);
    if (schema.anyOf) return schema.anyOf.forEach((choice, i) => visit(choice, `${at}/anyOf/${i}`, depth));
    if (!types.includes(schema.type)) say(`has the type ${JSON.stringify(schema.type)}`);
    if (schema.type === "array") return schema.items ? visit(schema.items, `${at}/*`, depth + 1) : say("has no items");
    if (schema.type !== "object") return;
    const names = Object.keys(schema.properties ?? {});
    properties += names.length;
    if (schema.additionalProperties !== false) say("takes further properties");
    const required = [...(schema.required ?? [])].sort().join();
    if ([...names].sort().join() !== required) say("does not require every property");
    for (const name of names) visit(schema.properties[name], `${at}/${name}`, depth + 1);
  };
  visit(root, "", 1);
  if (root.type !== "object") out.push("the root is no object");
  if (properties > mostProperties) out.push(`there are more than ${mostProperties} properties`);
  return out;
}
