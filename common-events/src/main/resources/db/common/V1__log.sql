-- The log of a service, its receipts and its clock. Only the package se.statsbidrag.events.log writes these tables.

-- How far each log has come. Whoever appends locks the log's row until the commit, so positions have no gaps and equal
-- the order of commits.
CREATE TABLE log_head (
    log      text        PRIMARY KEY,
    position bigint      NOT NULL CHECK (position >= 0),
    hash     text        NOT NULL CHECK (length(hash) = 64),
    time     timestamptz NOT NULL -- nothing more is recorded at or before it
);

CREATE TABLE log_event (
    log           text        NOT NULL,
    position      bigint      NOT NULL CHECK (position > 0),
    stream        text        NOT NULL,
    version       bigint      NOT NULL CHECK (version > 0),
    type          text        NOT NULL,
    schema        integer     NOT NULL CHECK (schema > 0),
    recorded_at   timestamptz NOT NULL,
    actor         text        NOT NULL,
    trace         text        NOT NULL,
    payload       text        NOT NULL, -- never jsonb: the hash covers these very bytes
    previous_hash text        NOT NULL CHECK (length(previous_hash) = 64),
    hash          text        NOT NULL CHECK (length(hash) = 64),
    PRIMARY KEY (log, position),
    CONSTRAINT log_event_stream_version UNIQUE (log, stream, version)
);

-- What is recorded stays as it is. Whoever can drop this guard is found out by the hashes.
CREATE FUNCTION log_event_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'log_event is append-only: % refused', TG_OP;
END
$$;

CREATE TRIGGER log_event_is_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON log_event
    FOR EACH STATEMENT EXECUTE FUNCTION log_event_is_append_only();

-- What was answered under an Idempotency-Key, claimed and completed in the command's own transaction.
CREATE TABLE receipt (
    client      text        NOT NULL,
    method      text        NOT NULL,
    path        text        NOT NULL,
    key         text        NOT NULL,
    body_hash   text        NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(), -- system time, not the local clock
    status      integer, -- null until the command is complete, which nobody else ever sees
    answer      text,
    headers     text,
    PRIMARY KEY (client, method, path, key)
);

CREATE INDEX receipt_recorded_at ON receipt (recorded_at);

-- How far the business clock is from the system clock: 0 except in local mode.
CREATE TABLE local_clock (
    one           boolean PRIMARY KEY DEFAULT true CHECK (one),
    offset_micros bigint  NOT NULL
);

INSERT INTO local_clock (offset_micros) VALUES (0);
