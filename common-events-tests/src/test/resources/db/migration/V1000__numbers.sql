-- For BatchInOneTransactionTest: a miniature inbox.
CREATE TABLE number_inbox (position bigint PRIMARY KEY);
CREATE TABLE number_watermark (position bigint NOT NULL);
INSERT INTO number_watermark VALUES (0);
CREATE TABLE number_sum (total bigint NOT NULL);
INSERT INTO number_sum VALUES (0);
