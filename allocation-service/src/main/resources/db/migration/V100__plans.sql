-- Read models: all of this can be thrown away and rebuilt from the logs.

-- How far the plans rest on each log.
CREATE TABLE folded_log (
    log      text   PRIMARY KEY,
    position bigint NOT NULL CHECK (position > 0)
);

-- The last good plan of each programme in force, and why it is stale where it is.
CREATE TABLE plan (
    programme         text        PRIMARY KEY,
    programme_version integer,
    definition_hash   text,
    status            text        CHECK (status IN ('PRELIMINARY', 'FINAL')),
    digest            text,
    body              text,
    basis             text        NOT NULL,
    computed_at       timestamptz NOT NULL,
    stale_reason      text,
    number            bigint      NOT NULL,
    published_number  bigint      NOT NULL DEFAULT 0,
    CHECK (body IS NOT NULL OR stale_reason IS NOT NULL)
);

-- Numbers plans as they come; never goes back, not even when the plans are rebuilt.
CREATE SEQUENCE plan_number;
