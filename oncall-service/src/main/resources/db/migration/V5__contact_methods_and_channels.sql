-- Four ways to reach a person, each proven before it is used; what was agreed until now counts as proven.

alter table contact_method drop constraint contact_method_kind_check;
alter table contact_method
    add constraint contact_method_kind_check check (kind in ('SMS', 'VOICE', 'EMAIL', 'WEBHOOK')),
    add column verified_at     timestamptz,
    add column disabled_at     timestamptz,
    add column disabled_reason text,
    -- What a webhook's requests are signed with; shown once.
    add column secret          text,
    add column tested_at       timestamptz;
update contact_method set verified_at = created_at;

-- The one code that is good for a method now: a new one replaces it, only its hash is kept.
create table contact_verification (
    method_id  uuid primary key references contact_method (id),
    code_hash  text        not null,
    sent_at    timestamptz not null,
    expires_at timestamptz not null,
    wrong      int         not null,
    -- Codes sent in the hour that began then: a stranger's phone must not be rung all night.
    hour_began timestamptz not null,
    sent       int         not null
);

alter table notification_rule
    add column urgency text not null default 'HIGH' check (urgency in ('HIGH', 'LOW'));
alter table notification_rule drop constraint notification_rule_person_id_method_id_delay_seconds_key;
alter table notification_rule add unique (person_id, urgency, method_id, delay_seconds);

alter table page drop constraint page_kind_check;
alter table page add constraint page_kind_check check (kind in ('SMS', 'VOICE', 'EMAIL', 'WEBHOOK'));

-- Messages that are not pages: codes, test pages, warnings. The text of a code is not kept.
create table announcement (
    id           uuid primary key,
    person_id    uuid        not null references person (id),
    method_id    uuid        not null references contact_method (id),
    kind         text        not null check (kind in ('SMS', 'VOICE', 'EMAIL', 'WEBHOOK')),
    address      text        not null,
    purpose      text        not null check (purpose in ('NOTICE', 'CODE', 'TEST')),
    subject      text        not null,
    body         text        not null,
    dedup_key    text        not null unique,
    state        text        not null check (state in ('DUE', 'SENDING', 'ACCEPTED', 'DELIVERED', 'FAILED')),
    created_at   timestamptz not null,
    due_at       timestamptz not null,
    lease_until  timestamptz,
    attempt      int         not null,
    provider_id  text,
    status       text,
    error        text,
    sent_at      timestamptz,
    delivered_at timestamptz
);
create index announcement_due on announcement (due_at) where state in ('DUE', 'SENDING');
create index announcement_of_method on announcement (method_id, created_at);

-- A page may wait for its person's limits and then be named in another text instead of one of its own.
alter table page
    add column plain_words  boolean not null default false,
    add column bundled_into uuid references page (id),
    add column held_since   timestamptz;
alter table page drop constraint page_state_check;
alter table page add constraint page_state_check check (state in
    ('DUE', 'LEASED', 'INTENT', 'ACCEPTED', 'DELIVERED', 'FAILED', 'EXPIRED', 'CANCELLED', 'BUNDLED'));
create index page_of_method on page (method_id, sent_at) where sent_at is not null;
create index page_waiting_of_method on page (method_id) where state = 'DUE';
create index page_bundled on page (bundled_into) where bundled_into is not null;

-- A way that our account cannot use for now: everything on it waits, everybody is told another way.
create table channel_stop (
    kind   text primary key check (kind in ('SMS', 'VOICE', 'EMAIL', 'WEBHOOK')),
    since  timestamptz not null,
    until  timestamptz not null,
    reason text        not null
);

-- What a sender may still send this second, shared by all replicas.
create table sender_budget (
    sender     text primary key,
    segments   double precision not null,
    updated_at timestamptz      not null
);
