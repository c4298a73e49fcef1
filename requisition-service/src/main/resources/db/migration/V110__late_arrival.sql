-- What came late, and what became of it: a read model, which can be thrown away and rebuilt from the log.
create table late_arrival (
    id          varchar(130) not null primary key,
    programme   varchar(100) not null,
    recipient   varchar(4)   not null,
    state       varchar(20)  not null,
    received_at timestamptz  not null,
    document    text         not null
);
