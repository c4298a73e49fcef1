-- What waits for an officer: a read model, which can be thrown away and rebuilt from the log.
create table waiting (
    programme   varchar(100) not null,
    recipient   varchar(4)   not null,
    version     bigint       not null,
    waits_for   varchar(20)  not null,
    since       timestamptz  not null,
    case_number varchar(100) not null,
    log         varchar(40)  not null,
    position    bigint       not null,
    primary key (programme, recipient, version)
);
