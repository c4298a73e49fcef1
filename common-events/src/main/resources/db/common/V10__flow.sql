-- How events leave a service and reach it: the relay's checkpoint, and the inbox with its watermarks.

-- How far the log was sent to Kafka, and which instance may send it for the moment (system time).
CREATE TABLE relay_state (
    log          text        PRIMARY KEY,
    checkpoint   bigint      NOT NULL CHECK (checkpoint >= 0),
    owner        text        NOT NULL,
    leased_until timestamptz NOT NULL
);

-- How far this service has taken in each log, its own too. Whoever takes events in locks the row.
CREATE TABLE inbox_watermark (
    log      text   PRIMARY KEY,
    position bigint NOT NULL CHECK (position >= 0),
    hash     text   NOT NULL CHECK (length(hash) = 64)
);

-- Copies of other services' events, byte for byte.
CREATE TABLE inbox_event (
    log           text        NOT NULL,
    position      bigint      NOT NULL CHECK (position > 0),
    stream        text        NOT NULL,
    version       bigint      NOT NULL,
    type          text        NOT NULL,
    schema        integer     NOT NULL,
    recorded_at   timestamptz NOT NULL,
    actor         text        NOT NULL,
    trace         text        NOT NULL,
    payload       text        NOT NULL, -- never jsonb: the hash covers these very bytes
    previous_hash text        NOT NULL,
    hash          text        NOT NULL,
    PRIMARY KEY (log, position)
);
