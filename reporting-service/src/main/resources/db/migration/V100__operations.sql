-- Read models of the log `operations`. All of it can be thrown away and told every event again.

-- Who answers for what is performed where, from a month on; the default reporter has the rest.
create table reporter_scope (
    reporter     text   not null primary key,
    performed_in text[] not null,
    from_month   date   not null
);

-- What each reporter has delivered for each month: the delivery in force for statistics.
create table delivery_in_force (
    reporter    text        not null,
    month       date        not null,
    revision    integer     not null,
    cells       integer     not null,
    received_at timestamptz not null,
    recorded_at timestamptz not null,
    log         text        not null,
    position    bigint      not null,
    primary key (reporter, month)
);

create index delivery_in_force_latest on delivery_in_force (recorded_at desc, position desc);

-- Its cells. Those that another reporter now answers for stay, and do not count.
create table reported_cell (
    month        date    not null,
    reporter     text    not null,
    performed_in text    not null,
    home_region  text    not null,
    provider     text    not null,
    procedure    text    not null,
    place        text    not null,
    count        integer not null,
    primary key (month, reporter, performed_in, home_region, provider, procedure)
);

-- What counts in statistics, and when each figure last moved.
create table operation_count (
    month       date        not null,
    home_region text        not null,
    procedure   text        not null,
    place       text        not null,
    count       bigint      not null,
    moved_at    timestamptz not null,
    primary key (month, home_region, procedure, place)
);
