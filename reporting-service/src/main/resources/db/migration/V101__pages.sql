-- The newest plan of each programme, as allocation-service published it. Derived: read again from there when thrown away.
create table plan_in_force (
    programme   text        not null primary key,
    status      text        not null,
    computed_at timestamptz not null,
    document    text        not null
);

-- Each figure of the plans, and when it last moved.
create table plan_figure (
    programme text        not null,
    figure    text        not null,
    amount    bigint      not null,
    moved_at  timestamptz not null,
    primary key (programme, figure)
);

-- How far what the pages show has come, by source: a log's position, a plan's state.
create table shown_position (
    source   text not null primary key,
    position text not null
);
