-- Who did what, found by who did it.
CREATE INDEX log_event_actor ON log_event (log, actor, position);

-- The names behind the opaque ids that events carry: the only place where they stand. What a disposal decision erases
-- stays erased, the row says so, and the name is not kept again.
CREATE TABLE person (
    subject text    PRIMARY KEY,
    name    text,
    erased  boolean NOT NULL DEFAULT false,
    CHECK (NOT erased OR name IS NULL)
);

-- What waits for a second person: a read model of the own log.
CREATE TABLE open_proposal (
    act         text        NOT NULL,
    subject     text        NOT NULL,
    proposer    text        NOT NULL,
    position    bigint      NOT NULL,
    recorded_at timestamptz NOT NULL,
    content     text        NOT NULL,
    reason      text        NOT NULL,
    PRIMARY KEY (act, subject)
);
