// SPDX-License-Identifier: MIT
#include "document/sample.hpp"
#include "document/sql/columns.hpp"
#include "document/sql/interval.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <array>

using namespace reckon;
using namespace reckon::document;
using Lines = std::vector<std::string>;

TEST_CASE("CREATE TABLE gives columns with types, sizes and references") {
  const Sample sample = read_sample(
      "CREATE TABLE IF NOT EXISTS billing.Subscriptions (\n"
      "  SubscriptionID SERIAL PRIMARY KEY,\n"
      "  CustomerID INT NOT NULL REFERENCES Customers(CustomerID) ON DELETE CASCADE,\n"
      "  Price DECIMAL(10,2) DEFAULT 5, Amount NUMERIC(15), Name VARCHAR(255),\n"
      "  \"At\" timestamp with time zone, p double precision, q INT, r INT UNIQUE,\n"
      "  FOREIGN KEY (q) REFERENCES Plans (PlanID) ON UPDATE NO ACTION ON DELETE SET NULL,\n"
      "  FOREIGN KEY (q, r) REFERENCES Pairs (x, y)\n);\n",
      "a.sql");
  CHECK(sample.outline() == Lines{"table"});
  CHECK(sample.at(0, "/name") == "Subscriptions");
  CHECK(sample.at(0, "/columns/0/name") == "SubscriptionID");
  CHECK(sample.at(0, "/columns/0/type") == "SERIAL");
  CHECK(sample.at(0, "/columns/0/primary_key") == "PRIMARY KEY");
  CHECK(sample.at(0, "/columns/1/not_null") == "NOT NULL");
  CHECK(sample.at(0, "/columns/1/references/table") == "Customers");
  CHECK(sample.at(0, "/columns/1/references/column") == "CustomerID");
  CHECK(sample.at(0, "/columns/1/references/on_delete") == "CASCADE");
  CHECK(sample.at(0, "/columns/2/precision") == "10");
  CHECK(sample.at(0, "/columns/2/scale") == "2");
  CHECK(sample.at(0, "/columns/2/default") == "5");
  CHECK(sample.at(0, "/columns/3/precision") == "15");
  CHECK(sample.at(0, "/columns/3/scale") == "(no node)");
  CHECK(sample.at(0, "/columns/4/length") == "255");
  CHECK(sample.at(0, "/columns/5/name") == "\"At\"");
  CHECK(sample.at(0, "/columns/5/type") == "timestamp with time zone");
  CHECK(sample.at(0, "/columns/6/type") == "double precision");
  CHECK(sample.at(0, "/columns/7/references/on_delete") == "SET NULL");
  CHECK(sample.at(0, "/columns/8/unique") == "UNIQUE");
  CHECK(sample.at(0, "/foreign_keys/0/columns/1") == "r");
  CHECK(sample.at(0, "/foreign_keys/0/references/columns/0") == "x");
  CHECK(spans_are_sound(sample));
}

TEST_CASE("a primary key of one column is the column's, one of several the table's") {
  CHECK(read_sample("CREATE TABLE t (a INT, PRIMARY KEY (a))", "a.sql").at(0, "/columns/0/primary_key") ==
        "PRIMARY KEY");
  CHECK(read_sample("CREATE TABLE t (a INT, b INT, PRIMARY KEY (a, b))", "a.sql").at(0, "/primary_key/1") ==
        "b");
}

TEST_CASE("ALTER TABLE adds to the table above it") {
  const Sample sample = read_sample(
      "CREATE TABLE Plans (PlanID SERIAL, Name TEXT);\n"
      "CREATE TABLE Subs (SubID INT, PlanID INT, a INT, b INT, PRIMARY KEY (a, b));\n"
      "ALTER TABLE ONLY public.subs ADD CONSTRAINT fk FOREIGN KEY (planid) REFERENCES Plans (PlanID) ON "
      "DELETE "
      "CASCADE;\n"
      "ALTER TABLE plans ADD PRIMARY KEY (PlanID), ADD COLUMN Price DECIMAL(10,2) NOT NULL,\n"
      "  ADD COLUMN owner INT REFERENCES Subs (SubID);\n"
      "ALTER TABLE Subs ADD FOREIGN KEY (a, b) REFERENCES Pairs (x, y), ADD CONSTRAINT k PRIMARY KEY "
      "(SubID);\n",
      "a.sql");
  CHECK(sample.outline() == Lines{"table", "table"});
  CHECK(sample.at(0, "/columns/0/primary_key") == "PRIMARY KEY");
  CHECK(sample.at(0, "/columns/1/references") == "(no node)");
  CHECK(sample.at(0, "/columns/2/name") == "Price");
  CHECK(sample.at(0, "/columns/2/precision") == "10");
  CHECK(sample.at(0, "/columns/2/not_null") == "NOT NULL");
  CHECK(sample.at(0, "/columns/3/references/table") == "Subs");
  CHECK(sample.at(0, "/columns/4") == "(no node)");
  CHECK(sample.at(1, "/columns/1/references/table") == "Plans");
  CHECK(sample.at(1, "/columns/1/references/on_delete") == "CASCADE");
  CHECK(sample.at(1, "/columns/1/type") == "INT");
  CHECK(sample.at(1, "/primary_key/1") == "b");
  CHECK(sample.at(1, "/columns/0/primary_key") == "PRIMARY KEY");
  CHECK(sample.at(1, "/foreign_keys/0/columns/1") == "b");
  CHECK(sample.at(1, "/foreign_keys/0/references/table") == "Pairs");
}

TEST_CASE("ALTER TABLE of no table above, or about something else, stays lines") {
  CHECK(read_sample("ALTER TABLE t ADD COLUMN a INT;\nCREATE TABLE t (b INT);\n", "a.sql").outline() ==
        Lines{"code ALTER TABLE t ADD COLUMN a INT;", "table"});
  const Sample sample = read_sample(
      "CREATE TABLE t (b INT);\nALTER TABLE t DROP COLUMN b;\nALTER TABLE t ADD PRIMARY KEY (c);\n", "a.sql");
  CHECK(sample.outline() == Lines{"table", "code ALTER TABLE t DROP COLUMN b;"});
  CHECK(sample.at(0, "/columns/0/primary_key") == "(no node)");
}

TEST_CASE("a table in one fence is altered in another") {
  const Sample sample = read_sample(
      "```sql\nCREATE TABLE t (b INT);\n```\n\nThen:\n\n```sql\nALTER TABLE t ADD COLUMN c "
      "BIGSERIAL;\n```\n");
  CHECK(sample.at(0, "/columns/1/type") == "BIGSERIAL");
}

TEST_CASE("CREATE INDEX gives its table and columns without their order") {
  const Sample sample = read_sample(
      "CREATE UNIQUE INDEX CONCURRENTLY idx ON s.t USING btree (status, created_at DESC, lower(x) ASC, (a + "
      "b));\n"
      "CREATE INDEX ON u (v);",
      "a.sql");
  CHECK(sample.outline() == Lines{"index", "index"});
  CHECK(sample.at(0, "/name") == "idx");
  CHECK(sample.at(0, "/table") == "t");
  CHECK(sample.at(0, "/method") == "btree");
  CHECK(sample.at(0, "/unique") == "UNIQUE");
  CHECK(sample.at(0, "/columns/1") == "created_at");
  CHECK(sample.at(0, "/columns/2") == "lower(x)");
  CHECK(sample.at(0, "/columns/3") == "(a + b)");
  CHECK(sample.at(1, "/name") == "(no node)");
  CHECK(sample.at(1, "/columns/0") == "v");
}

TEST_CASE("a query gives its tables, its bounds and its interval") {
  const Sample sample = read_sample(
      "EXPLAIN ANALYZE WITH c AS (SELECT 1 FROM d) SELECT * FROM s.transactions t JOIN c ON t.id = c.id\n"
      "WHERE status = 'pending' AND created_at >= NOW() - INTERVAL '5 minutes'\n"
      "ORDER BY t.created_at DESC LIMIT 100 OFFSET 7",
      "a.sql");
  CHECK(sample.outline() == Lines{"query SELECT"});
  CHECK(sample.at(0, "/tables/0") == "transactions");
  CHECK(sample.at(0, "/tables/1") == "d");
  CHECK(sample.at(0, "/tables/2") == "(no node)");
  CHECK(sample.at(0, "/where/1") == "created_at");
  CHECK(sample.at(0, "/order/0") == "created_at");
  CHECK(sample.at(0, "/limit") == "100");
  CHECK(sample.at(0, "/offset") == "7");
  CHECK(sample.at(0, "/interval") == "'5 minutes'");
  CHECK(spans_are_sound(sample));
  const Sample outside = read_sample("DELETE FROM t WHERE a < now() - interval '5' minute", "a.sql");
  CHECK(outside.outline() == Lines{"query DELETE"});
  CHECK(tree::at(*outside.all<Artefact>().at(0)->tree, "/interval")->text == "5 minute");
}

TEST_CASE("SQL in a list item keeps its places") {
  const Sample sample = read_sample("- A:\n\n  ```sql\n  SELECT a\n  FROM t\n  LIMIT 5;\n  ```\n");
  CHECK(sample.at(0, "/limit") == "5");
  CHECK(sample.at(0, "/tables/0") == "t");
  CHECK(spans_are_sound(sample));
}

TEST_CASE("what PostgreSQL does not take stays lines") {
  CHECK(read_sample("CREATE TABLE t (a INT) ENGINE=InnoDB;\nSELECT 1 FROM u;\nVACUUM;", "a.sql").outline() ==
        Lines{"code CREATE TABLE t (a INT) ENGINE=InnoDB;", "query SELECT", "code VACUUM;"});
  CHECK(read_sample("-- 5 GB a day\nSELECT a FROM t; -- 7 rows\n", "a.sql").outline() ==
        Lines{"code -- 5 GB a day", "query SELECT", "code -- 7 rows"});
  CHECK(read_sample("CREATE TABLE t (\n  a INT, -- 4 bytes\n  b BIGINT\n)", "a.sql").outline() ==
        Lines{"table", "code 4 bytes"});
  CHECK(read_sample("SELECT 'a", "a.sql").outline() == Lines{"code SELECT 'a"});
  CHECK(read_sample("", "a.sql").outline().empty());
}

TEST_CASE("SQL is known without a label") {
  CHECK(read_sample("```\n-- x\nSELECT a FROM t\n```\n").outline() == Lines{"code -- x", "query SELECT"});
  CHECK(read_sample("```\nselect the plan you like\n```\n").outline() ==
        Lines{"code select the plan you like"});
}

TEST_CASE("hostile SQL is left alone") {
  const auto is_left_alone = [](const std::string& text) {
    return read_sample(text, "a.sql").all<Artefact>().empty();
  };
  CHECK(is_left_alone("SELECT " + std::string(70, '(') + "1" + std::string(70, ')') + " FROM t"));
  std::string sum = "SELECT 1";
  for (int i = 0; i < 5000; ++i) sum += "+1";
  CHECK(is_left_alone(sum));
  CHECK(is_left_alone("SELECT '" + std::string(70000, 'x') + "' FROM t"));
  CHECK(is_left_alone("SELECT 1 FROM t WHERE a = '\xff'"));
  CHECK(is_left_alone(std::string("SELECT 1 \0 FROM t", 17)));
}

TEST_CASE("texts of columns in JSON are read as the columns of a table") {
  const Sample sample = read_sample(
      R"x({"columns": ["ID SERIAL PRIMARY KEY", "CustomerID INT REFERENCES Customers(CustomerID)", "not sql at all, no", "Price \u0044ECIMAL(10,2)", "FOREIGN KEY (ID) REFERENCES X(Y)", 5]})x",
      "a.json");
  std::vector<const tree::Node*> texts;
  for (const auto& item : sample.all<Artefact>().at(0)->tree->members.at(0).value.items)
    texts.push_back(&item);
  const SqlColumns read = read_sql_columns(texts);
  const auto& table = read.table;
  REQUIRE(table.has_value());
  REQUIRE(read.unread.size() == 1);
  CHECK(read.unread[0]->text == "not sql at all, no");
  const auto source = [&](const char* pointer) {
    const tree::Node* node = tree::at(*table, pointer);
    return node == nullptr ? std::string("(no node)") : sample.source(node->text_span);
  };
  CHECK(source("/columns/0/name") == "ID");
  CHECK(source("/columns/1/references/table") == "Customers");
  CHECK(source("/columns/1/references/column") == "CustomerID");
  CHECK(tree::at(*table, "/columns/2/scale")->text == "2");
  CHECK(source("/columns/2/scale") == "Price \\u0044ECIMAL(10,2)");
  CHECK(source("/columns/3") == "(no node)");
  CHECK(!read_sql_columns({}).table.has_value());
}

TEST_CASE("every statement that reads a table is a query") {
  const auto tables = [](const std::string& text) {
    const Sample sample = read_sample(text, "a.sql");
    return sample.outline().at(0) + ": " + sample.at(0, "/tables/0") + ' ' + sample.at(0, "/tables/1");
  };
  CHECK(tables("CREATE TABLE a AS SELECT x FROM b") == "query CREATE TABLE AS: b a");
  CHECK(tables("CREATE VIEW v AS SELECT x FROM b") == "query CREATE VIEW: v b");
  CHECK(tables("CREATE MATERIALIZED VIEW v AS SELECT x FROM b") == "query CREATE TABLE AS: b v");
  CHECK(tables("INSERT INTO a SELECT x FROM b") == "query INSERT: a b");
  CHECK(tables("MERGE INTO a USING b ON a.x = b.x WHEN MATCHED THEN DELETE") == "query MERGE: a b");
  CHECK(tables("PREPARE p AS SELECT x FROM b") == "query PREPARE: b (no node)");
  CHECK(tables("COPY (SELECT x FROM b) TO STDOUT") == "query COPY: b (no node)");
  CHECK(tables("DECLARE c CURSOR FOR SELECT x FROM b") == "query DECLARE: b (no node)");
}

TEST_CASE("placeholders and MySQL's ways of writing do not keep a query from being read") {
  const Sample sample = read_sample(
      "SELECT `a`, b FROM `t` WHERE id = :id AND c IN (?, ?) AND d = %s AND e = 5 LIMIT 20,10", "a.sql");
  CHECK(sample.outline() == Lines{"query SELECT"});
  CHECK(sample.at(0, "/tables/0") == "`t`");
  CHECK(tree::at(*sample.all<Artefact>().at(0)->tree, "/tables/0")->text == "t");
  CHECK(sample.at(0, "/where/0") == "id");
  CHECK(sample.at(0, "/limit") == "10");
  CHECK(sample.at(0, "/offset") == "(no node)");
  CHECK(spans_are_sound(sample));
  const Sample limited = read_sample("SELECT a FROM t LIMIT :n", "a.sql");
  CHECK(limited.outline() == Lines{"query SELECT"});
  CHECK(limited.at(0, "/limit") == "(no node)");
  CHECK(read_sample("SELECT a FROM t WHERE b ? 'x'", "a.sql").outline() == Lines{"query SELECT"});
  CHECK(read_sample("SELECT '?' : x", "a.sql").outline() == Lines{"code SELECT '?' : x"});
}

TEST_CASE("CREATE SCHEMA may hold tables, indexes and views") {
  const Sample sample = read_sample(
      "CREATE SCHEMA s\n  CREATE TABLE a (id INT PRIMARY KEY)\n  CREATE TABLE b (a_id INT REFERENCES a(id) "
      "ON DELETE CASCADE)\n"
      "  CREATE INDEX i ON b (a_id)\n  CREATE VIEW v AS SELECT id FROM a;\nCREATE SCHEMA t;",
      "a.sql");
  CHECK(sample.outline() == Lines{"table", "table", "index", "query CREATE VIEW", "code CREATE SCHEMA t;"});
  CHECK(sample.at(1, "/name") == "b");
  CHECK(sample.at(1, "/columns/0/references/table") == "a");
  CHECK(sample.at(1, "/columns/0/references/on_delete") == "CASCADE");
  CHECK(sample.at(2, "/name") == "i");
  CHECK(sample.at(2, "/table") == "b");
  CHECK(spans_are_sound(sample));
}

TEST_CASE("intervals as PostgreSQL alone writes them are durations") {
  CHECK(plain_interval("00:05:00") == "300 s");
  CHECK(plain_interval("1:30") == "5400 s");
  CHECK(plain_interval("1 day 02:00") == "93600 s");
  CHECK(plain_interval("PT5M") == "300 s");
  CHECK(plain_interval("P1DT2H30M0.5S") == "95400.5 s");
  CHECK(plain_interval("P2W") == "1209600 s");
  CHECK(plain_interval("2 decades") == "20 years");
  CHECK(plain_interval("1 Century") == "100 years");
  for (const char* plain : {"5 minutes", "24h", "", "x", "1 day", "5", "12:", "1 day 5"})
    CHECK(plain_interval(plain) == plain);
  CHECK_FALSE(plain_interval("P1M").has_value());
  CHECK_FALSE(plain_interval("P1Y2D").has_value());
  const Sample sample = read_sample("SELECT a FROM t WHERE b > now() - INTERVAL '00:05:00'", "a.sql");
  REQUIRE(!sample.all<Artefact>().empty());
  CHECK(tree::at(*sample.all<Artefact>().at(0)->tree, "/interval")->text == "300 s");
}

TEST_CASE("no pieces of code break the readers of artefacts") {
  rc::check("pieces", [] {
    const auto name =
        *rc::gen::element<std::string>("a.sql", "a.conf", "a.gql", "a.js", "a.tf", "a.ini", "a.md");
    const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "CREATE TABLE t (", "a INT", ",", ")", ";", "SELECT a FROM t", " LIMIT 5", " INTERVAL '5' MINUTE",
        "'", "\"", "{", "}", "[", "]", "(", "type A ", "b: Int = 5", "@x", "db.a.find(",
        "resource \"a\" \"b\" {", "=", "<<E", "\nE\n", "\n", "\r\n", "# 5 s", "// 5", "-- 5\n", "/*", "*/",
        "ms = 5", "$a$", "x", " ", "\xc2\xb5", "\xff", "(cost=1..2", " rows=5", "```sql\n", "```\n", "- ",
        "> ", std::string(1, '\0')));
    std::string text;
    for (const std::string& piece : pieces) text += piece;
    RC_ASSERT(spans_are_sound(read_sample(text, name)));
  });
}
