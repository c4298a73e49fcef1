-- For Tally: one line for each event that a read model was told of, in that order.
CREATE TABLE tally (
    line     bigserial PRIMARY KEY,
    log      text   NOT NULL,
    position bigint NOT NULL,
    hash     text   NOT NULL,
    UNIQUE (log, position)
);
