-- The list of requisitions: a read model, which can be thrown away and rebuilt from the log.
create table requisition_list (
    programme   varchar(100) not null,
    recipient   varchar(4)   not null,
    state       varchar(20)  not null,
    late        boolean      not null,
    amount      bigint,
    received_at timestamptz  not null,
    recorded_at timestamptz  not null,
    document    text         not null,
    primary key (programme, recipient)
);
