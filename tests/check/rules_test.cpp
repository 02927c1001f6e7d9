// SPDX-License-Identifier: MIT
// Relations inside one answer: what they say, what they leave unsaid because it was written in another way,
// and how much of it they tell.
#include "check/record_lookup.hpp"
#include "check/sample.hpp"
#include "support/strangers.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

namespace reckon::check {
namespace {

using Rules = std::vector<std::string>;

/// Findings of a rule, whatever their severity.
std::size_t count(const Sample& sample, const std::string& rule) {
  const auto& findings = sample.review.findings;
  return static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(),
                    [&](const Finding& finding) { return finding.diagnostic.code == rule; }));
}

/// Rules of a prompt's own that speak.
Rules spoken(const std::string& text, const std::string& prompt,
             const std::vector<std::string>& settings = {}) {
  const Sample sample(text, "answer.md", settings, prompt);
  Rules out;
  for (const std::string& rule : sample.rules()) {
    if (rule.starts_with(prompt + '.') || rule.starts_with("response.") || rule.starts_with("claim."))
      out.push_back(rule);
  }
  return out;
}

std::string json(const std::string& text) {
  return "```json\n" + text + "\n```\n";
}

std::string sql(const std::string& text) {
  return "```sql\n" + text + "\n```\n";
}

Record record(std::initializer_list<std::pair<const char*, const char*>> fields) {
  Record out;
  for (const auto& [name, text] : fields) out[name] = {text, {}, {}, false};
  return out;
}

}  // namespace

TEST_CASE("a rule that fails everywhere is told fifty times and counted") {
  constexpr std::size_t bytes = 50'000;
  for (const strangers::Kind& kind : strangers::kinds) {
    INFO(kind.name);
    const Sample sample(kind.write(bytes), "answer.md", {}, std::string(kind.prompt));
    std::set<std::string> rules;
    for (const Finding& finding : sample.review.findings) rules.insert(finding.diagnostic.code);
    std::size_t told = 0;
    for (const std::string& rule : rules) {
      INFO(rule);
      CHECK(count(sample, rule) <= 51);
      if (count(sample, rule) < 51) continue;
      ++told;
      const auto& findings = sample.review.findings;
      const auto notes = std::count_if(findings.begin(), findings.end(), [&](const Finding& finding) {
        const std::string& message = finding.diagnostic.message;
        return finding.diagnostic.code == rule && finding.diagnostic.severity == base::Severity::note &&
               message.starts_with("and ") && message.ends_with(" more of this rule");
      });
      CHECK(notes == 1);
    }
    CHECK(told >= 1);
  }
}

TEST_CASE("records are looked up by the fields that both have") {
  const std::vector<Record> others{record({{"table", "Orders"}, {"column", "user_id"}}),
                                   record({{"table", "Users"}, {"column", "id"}, {"type", "INT"}}),
                                   record({{"each", ""}})};
  std::vector<const Record*> all;
  for (const Record& other : others) all.push_back(&other);
  RecordLookup lookup(all);
  CHECK(lookup.holds(record({{"table", "orders"}, {"column", "UserID"}})));
  CHECK(lookup.holds(record({{"table", "users"}, {"column", "id"}, {"type", "int"}, {"more", "x"}})));
  CHECK_FALSE(lookup.holds(record({{"table", "users"}, {"column", "user_id"}})));
  CHECK_FALSE(lookup.holds(record({{"table", "users"}, {"column", "id"}, {"type", "text"}})));
  CHECK(lookup.holds(record({{"table", "users"}})));
  CHECK_FALSE(lookup.holds(record({{"other", "users"}})));
  CHECK(lookup.holds(record({{"each", "--"}})));
  const std::vector<std::string> join{"table"};
  const RecordJoin joined(all, join, "column");
  CHECK(joined.with(record({{"table", "ORDERS"}})).size() == 1);
  CHECK(joined.with(record({{"table", "nobody"}})).empty());
  CHECK(joined.with(record({{"column", "id"}})).empty());
}

// --- roles

namespace {

const std::string owned = json(
    R"({"endpoints": [{"path": "/a", "methods": ["GET"], "rolesAllowed": ["Owner", "Billing"], "description": "A"},
  {"path": "/b", "methods": ["GET"], "rolesAllowed": ["Owner"], "description": "B"}]})");
const Rules undeclared{"saas-rest-api.role-undeclared", "saas-rest-api.role-undeclared",
                       "saas-rest-api.role-undeclared"};

}  // namespace

TEST_CASE("roles are those that the user sets") {
  CHECK(spoken(owned, "saas-rest-api", {"roles=Admin, User"}) == undeclared);
  CHECK(spoken(owned, "saas-rest-api", {"roles=Owner, Billing"}).empty());
  CHECK(spoken(owned, "saas-rest-api", {"roles=Owner, User"}) == Rules{"saas-rest-api.role-undeclared"});
}

TEST_CASE("roles are those that the answer lists, however it does") {
  const std::string lists[] = {
      "Context: tenancyModel = shared schema, roles = Owner, Billing, loggingRequired = True, plans = Free / "
      "Team\n\n",
      "- **Roles:** Owner and Billing\n\n",
      "| Role | May |\n|---|---|\n| Owner | everything |\n| Billing | invoices |\n\n",
      "| Fact | Value |\n|---|---|\n| roles | Owner, Billing |\n\n",
      json(R"({"roles": ["Owner", "Billing"]})"),
      json(R"({"security": {"roles": [{"name": "owner", "can": 1}, {"name": "billing"}]}})"),
      json(R"({"roles": {"owner": "everything", "billing": "invoices"}})"),
  };
  for (const std::string& list : lists) {
    INFO(list);
    CHECK(spoken(list + owned, "saas-rest-api").empty());
  }
}

TEST_CASE("roles of an example are meant by an answer that uses them") {
  CHECK(spoken(owned, "saas-rest-api").empty());
  const auto with = [](const std::string& roles) {
    return spoken(json(R"({"endpoints": [{"path": "/a", "methods": ["GET"], "rolesAllowed": [)" + roles +
                       R"(], "description": "A"}]})"),
                  "saas-rest-api");
  };
  CHECK(with(R"("Admin", "User", "Guest")") == Rules{"saas-rest-api.role-undeclared"});
  CHECK(with(R"("Admin", "Owner", "Guest")").empty());
  CHECK(with(R"("Admin", "User", "Auditor", {"role": "Owner"})").empty());
}

// --- columns and tables

namespace {

std::string billing(const std::string& columns, const std::string& from) {
  return json(
      R"({"tables": [{"name": "customers", "columns": ["customer_id bigint PK"]}, {"name": "subs", "columns": )" +
      columns + R"(}], "relationships": [{"from": ")" + from + R"(", "to": "customers.customer_id"}]})");
}

}  // namespace

TEST_CASE("columns are known in whatever way they are written") {
  const Rules unknown{"subscription-billing.unknown-column"};
  for (const char* columns :
       {R"(["id bigint PK", "customer_id bigint FK"])", R"(["id", "customer_id"])",
        R"(["id INT PRIMARY KEY", "customer_id INT NOT NULL"])",
        R"([{"name": "id"}, {"name": "customer_id", "type": "bigint"}])",
        R"({"id": "bigint", "customer_id": "bigint"})", R"("id bigint, customer_id bigint")"}) {
    INFO(columns);
    const Sample sample(billing(columns, "subs.customer_id"), "answer.md", {}, "subscription-billing");
    CHECK(count(sample, "subscription-billing.unknown-column") == 0);
    CHECK(count(sample, "subscription-billing.refers-to-unknown-column") == 0);
    const Sample wrong(billing(columns, "subs.client_id"), "answer.md", {}, "subscription-billing");
    CHECK(count(wrong, "subscription-billing.unknown-column") == 1);
  }
}

TEST_CASE("a relationship in prose is none that is known") {
  for (const char* from :
       {"Each sub. It has one customer", "subs", "public.subs.client_id", "subs.client_id (many)"}) {
    INFO(from);
    CHECK(spoken(billing(R"(["id INT"])", from), "subscription-billing").empty());
  }
}

TEST_CASE("columns that are no SQL leave open what refers to what") {
  const std::string answer = json(
      R"x({"tables": [{"name": "a", "columns": ["id INT PRIMARY KEY"]},
                     {"name": "b", "columns": ["id INT REFERENCES a(id)", "a_id bigint FK to a"]}],
          "relationships": [{"from": "b.a_id", "to": "a.id"}]
})x");
  CHECK(spoken(answer, "subscription-billing").empty());
  const std::string key_of_two =
      sql("CREATE TABLE a (x INT, y INT, PRIMARY KEY (x, y));\n"
          "CREATE TABLE b (x INT, y INT REFERENCES c(y), FOREIGN KEY (x, y) REFERENCES a (x, y));\nCREATE "
          "TABLE c (y INT);");
  CHECK(spoken(key_of_two + json(R"({"relationships": [{"from": "b.x", "to": "a.x"}]})"),
               "subscription-billing")
            .empty());
}

TEST_CASE("a table may be created elsewhere in the answer") {
  const std::string refers = sql("CREATE TABLE b (id INT REFERENCES a(id));");
  CHECK(spoken(refers, "subscription-billing") == Rules{"subscription-billing.refers-to-unknown-table"});
  CHECK(
      spoken(json(R"({"tables": [{"name": "a", "columns": ["id: key"]}]})") + refers, "subscription-billing")
          .empty());
  CHECK(spoken(refers + sql("CREATE TABLE a (id INT AUTO_INCREMENT, KEY (id)) ENGINE=InnoDB;"),
               "subscription-billing")
            .empty());
  CHECK(spoken(sql("CREATE SCHEMA s CREATE TABLE a (id INT PRIMARY KEY) CREATE TABLE b (id INT REFERENCES "
                   "a(id));"),
               "subscription-billing")
            .empty());
}

// --- types

TEST_CASE("types may be declared in SDL as well as in JSON") {
  const std::string uses = json(R"({"types": [{"name": "Post", "fields": [{"name": "id", "type": "ID!"}]}],
    "queries": [{"name": "feed", "args": "", "returnType": "PostPage!"}]})");
  CHECK(spoken(uses, "social-graphql") == Rules{"social-graphql.undeclared-return-type"});
  CHECK(spoken("```graphql\ntype PostPage { items: Int }\n```\n" + uses, "social-graphql").empty());
  CHECK(spoken("```\nunion PostPage = Post | Ad\n```\n" + uses, "social-graphql").empty());
  // Types in a shape that is not known may be anything.
  CHECK(
      spoken(
          json(
              R"({"types": ["type Post { id: ID! }"], "queries": [{"name": "feed", "args": "", "returnType": "Page"}]})"),
          "social-graphql") == Rules{"response.wrong-type"});
  CHECK(spoken(json(R"({"types": [{"name": "Post", "fields": []}],
    "queries": [{"name": "feed", "args": "", "returnType": "a page of posts"}]})"),
               "social-graphql")
            .empty());
}

// --- indexes and queries

TEST_CASE("an index is used by every statement that names its table") {
  const std::string index = "CREATE INDEX i ON kept (a);\nSELECT a FROM other WHERE a = 1;\n";
  const Rules unused{"transaction-query.index-on-another-table"};
  CHECK(spoken(sql(index), "transaction-query") == unused);
  for (const char* statement :
       {"INSERT INTO x SELECT a FROM kept;", "CREATE TABLE y AS SELECT a FROM kept;",
        "CREATE VIEW v AS SELECT a FROM kept;", "CREATE MATERIALIZED VIEW v AS SELECT a FROM kept;",
        "UPDATE kept SET a = 2;", "DELETE FROM kept;",
        "MERGE INTO kept USING x ON true WHEN MATCHED THEN DELETE;", "PREPARE p AS SELECT a FROM kept;",
        "COPY (SELECT a FROM kept) TO STDOUT;", "COPY kept FROM STDIN;",
        "DECLARE c CURSOR FOR SELECT a FROM kept;", "SELECT a FROM kept WHERE b = :id;",
        "SELECT a FROM kept WHERE b = ? LIMIT ?;", "SELECT `a` FROM `kept` LIMIT 5,10;",
        "SELECT a FROM kept WHERE t > NOW() - INTERVAL 24 HOUR;", "SELECT a FROM kept WHERE b = %s;",
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT a FROM kept';"}) {
    INFO(statement);
    CHECK(spoken(sql(index + statement), "transaction-query").empty());
  }
  CHECK(spoken(sql(index) + "```python\ncursor.execute(\"SELECT a FROM kept\")\n```\n", "transaction-query")
            .empty());
  CHECK(spoken(sql(index + "SELECT a FROM third WHERE b = ?;"), "transaction-query") == unused);
}

// --- what is said and denied

TEST_CASE("what a text denies it does not speak of") {
  const auto found = [](const std::string& text) {
    return spoken(
        "```yaml\napiVersion: kafka.strimzi.io/v1beta2\nkind: KafkaTopic\nmetadata: {name: t}\nspec:\n"
        "  partitions: 6\n  config: {cleanup.policy: delete}\n```\n" +
            json("{\"partitionStrategy\": \"" + text + "\"}"),
        "message-partitioning");
  };
  CHECK(found("by key, with log compaction") == Rules{"message-partitioning.deleted-not-compacted"});
  CHECK(found("by key; no log compaction, since events are facts").empty());
  CHECK(found("by key, deleted by age instead of compacted").empty());
}

TEST_CASE("a service that speaks two protocols is called by either") {
  const auto found = [](const std::string& called, const std::string& says) {
    return spoken(json(R"({"services": [{"name": "orders", "communication": ")" + says +
                       R"("}], "communicationPatterns": ["gateway -> orders: )" + called + R"("]})"),
                  "ecommerce-platform");
  };
  CHECK(found("REST", "gRPC") == Rules{"ecommerce-platform.called-by-rest"});
  CHECK(found("gRPC with retries", "REST over HTTP/2") == Rules{"ecommerce-platform.called-by-grpc"});
  CHECK(found("REST with retries", "gRPC inside, REST at the edge").empty());
  CHECK(found("REST or gRPC", "gRPC only").empty());
  CHECK(found("gRPC", "gRPC, not REST").empty());
}

TEST_CASE("what scales may be given in another language") {
  const std::string scales = json(R"({"deploymentModel": "autoscaled pods"})");
  const Rules both{"hybrid-api-gateway.autoscaler-absent", "hybrid-api-gateway.resources-absent"};
  CHECK(spoken(scales, "hybrid-api-gateway") == both);
  CHECK(spoken(scales + "```hcl\nresource \"aws_autoscaling_group\" \"a\" {\n  max_size = 5\n}\n```\n",
               "hybrid-api-gateway")
            .empty());
  CHECK(spoken(scales + "```\n{{ template \"HorizontalPodAutoscaler\" }}\n```\n", "hybrid-api-gateway") ==
        Rules{"hybrid-api-gateway.resources-absent"});
  CHECK(spoken(json(R"({"deploymentModel": "fixed pods, no autoscaling"})"), "hybrid-api-gateway").empty());
}

// --- the answer as a whole

TEST_CASE("keys that nobody asked for are one note") {
  const Sample sample(
      json(R"({"scalingApproach": [], "capacityPlanning": {"cpuCoresRequired": 8, "boxes": 9, "racks": 2},
    "recap": "x", "monitoringSetups": []})"));
  CHECK(sample.rules().empty());
  REQUIRE(count(sample, "response.key-unknown") == 1);
  const Finding& note = *sample.find("response.key-unknown");
  CHECK(note.diagnostic.message == "the prompt knows no keys 'boxes', 'racks', 'recap', 'monitoringSetups'");
  CHECK(note.diagnostic.secondary.size() == 3);
  REQUIRE(note.diagnostic.remarks.size() == 1);
  CHECK(note.diagnostic.remarks.front().text == "'monitoringSetups': did you mean 'monitoringSetup'?");
}

TEST_CASE("another type is a warning where something is left unread by it") {
  const auto found = [](const std::string& text, const std::string& prompt) {
    return spoken(json(text), prompt);
  };
  CHECK(found(R"({"rateLimiting": {"Free": 60}, "authentication": true})", "saas-rest-api").empty());
  CHECK(found(R"({"auditLogging": {"enabled": "true", "logFields": ["a"], "storage": 5}})", "saas-rest-api")
            .empty());
  CHECK(found(R"({"auditLogging": {"enabled": "as far as the law wants it"}})", "saas-rest-api").empty());
  CHECK(found(R"({"auditLogging": {"enabled": 5}})", "saas-rest-api") == Rules{"response.wrong-type"});
  CHECK(found(R"({"shardCount": "66,000 shards"})", "message-partitioning").empty());
  CHECK(found(R"({"shardCount": 66.0})", "message-partitioning").empty());
  CHECK(found(R"({"shardCount": []})", "message-partitioning") == Rules{"response.wrong-type"});
}

TEST_CASE("a variable ends where the next one begins") {
  const Sample sample(
      "Context: legacyProtocols = IBM MQ, CICS, cloudServices = gRPC, securityRequirements = " +
          std::string(150, 'x') + ", observabilityTools = " + std::string(150, 'y') + "\n\n" +
          json(R"({"deploymentModel": "pods"})"),
      "answer.md", {}, "hybrid-api-gateway");
  CHECK(count(sample, "claim.unreadable") == 0);
}

}  // namespace reckon::check
