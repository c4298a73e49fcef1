-- What follow-up reports are filled in from, checked against and listed by. Derived from the logs `allocations`,
-- `requisitions` and `operations`; all of it can be thrown away and told every event again.

-- What each decision gave a recipient.
create table followed_decision (
    programme   text        not null,
    recipient   text        not null,
    decision    integer     not null,
    case_number text        not null,
    amount      bigint      not null,
    decided_at  timestamptz not null,
    primary key (programme, recipient, decision)
);

-- Orders to pay, with the day on which a statement showed them.
create table followed_payment (
    programme text    not null,
    payment   text    not null,
    recipient text    not null,
    batch     integer not null,
    amount    bigint  not null,
    booked_on date,
    primary key (programme, payment)
);

create index followed_payment_recipient on followed_payment (programme, recipient);

-- Who acts for whom now: the representative, and those whom he invited.
create table mandate_holding (
    organisation   text not null,
    person         text not null,
    role           text not null,
    representative text not null,
    primary key (organisation, person)
);

-- How each follow-up report stands; one that is not begun has no row.
create table follow_up_report (
    programme   text not null,
    recipient   text not null,
    state       text not null,
    received_at timestamptz,
    arrived_at  timestamptz,
    used        bigint,
    granted     bigint,
    primary key (programme, recipient)
);
