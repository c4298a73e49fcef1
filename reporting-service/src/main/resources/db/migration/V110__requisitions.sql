-- What is followed of requisitions and conditions, so that the overview can say what waits. Derived from the log
-- `requisitions`; all of it can be thrown away and told every event again.

-- Each submission, change and withdrawal, in the order of its stream. Late is derived, so the arrival is kept.
create table requisition_submission (
    programme   text        not null,
    recipient   text        not null,
    version     bigint      not null,
    received_at timestamptz not null,
    completion  boolean     not null,
    outcome     text        not null,
    admitted    boolean, -- null while nobody has said whether it is let in though late
    position    bigint      not null,
    primary key (programme, recipient, version)
);

-- What came from somebody whose mandate had lapsed, until it is released or dismissed.
create table requisition_held (
    programme text   not null,
    recipient text   not null,
    version   bigint not null,
    sender    text   not null,
    primary key (programme, recipient, version)
);

-- What was noted last of each recipient and condition.
create table condition_noted (
    programme text    not null,
    recipient text    not null,
    condition text    not null,
    met       boolean not null,
    primary key (programme, recipient, condition)
);
