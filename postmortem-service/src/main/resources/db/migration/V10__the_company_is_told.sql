-- Mails about published versions: written with the publication, kept until the server took them.
create table mail (
    postmortem_id uuid        not null,
    number        integer     not null,
    recipient     text        not null,
    created_at    timestamptz not null,
    due_at        timestamptz not null,
    tries         integer     not null default 0,
    sent_at       timestamptz,
    given_up_at   timestamptz,
    answer        text,
    primary key (postmortem_id, number, recipient),
    foreign key (postmortem_id, number) references publication (postmortem_id, number)
);

create index mail_due on mail (due_at) where sent_at is null and given_up_at is null;
