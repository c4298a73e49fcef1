-- The late deliveries that were let in or not, by programme. Derived from the log `operations`.
create table delivery_admission (
    programme   text        not null,
    reporter    text        not null,
    month       date        not null,
    revision    integer     not null,
    admitted    boolean     not null,
    reason      text        not null,
    cells       integer     not null,
    received_at timestamptz not null,
    recorded_at timestamptz not null,
    log         text        not null,
    position    bigint      not null,
    primary key (programme, reporter, month, revision)
);
