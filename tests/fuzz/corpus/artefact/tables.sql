s  -- 5 GB a day
  CREATE TABLE IF NOT EXISTS s.Subscriptions (
    id SERIAL PRIMARY KEY, -- 4 bytes
    Price DECIMAL(10,2) NOT NULL DEFAULT 0, name varchar(255), at timestamp with time zone,
    CustomerID INT REFERENCES Customers(CustomerID) ON DELETE CASCADE,
    a INT, "Other b" bigint, lim double precision,
    FOREIGN KEY (a) REFERENCES o (x) ON UPDATE NO ACTION ON DELETE SET NULL, FOREIGN KEY (a, "Other b") REFERENCES p (x, y), PRIMARY KEY (id, name)
  ) PARTITION BY RANGE (at);
  CREATE UNIQUE INDEX CONCURRENTLY idx ON t USING gin (status, created_at DESC, lower(x) ASC, (a + b)) WHERE status = 'pending';

  SELECT * FROM transactions t JOIN b ON t.id=b.id WHERE status = 'pending' AND created_at >= NOW() - INTERVAL '5 minutes' AND x > interval '5' minute ORDER BY created_at DESC LIMIT 100 OFFSET 5

  Index Scan using idx_status on transactions t  (cost=0.42..15.67 rows=5000 width=48) (actual time=0.01..2.5 rows=4 loops=1)
    ->  Seq Scan on b  (cost=0.00..1.50 rows=50 width=4)

  EXPLAIN ANALYZE DELETE FROM x WHERE id = 5;
  ALTER TABLE x ADD y int;
