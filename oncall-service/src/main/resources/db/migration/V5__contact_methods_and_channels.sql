-- Four ways to reach a person, each proven before it is used; what was agreed until now counts as proven.

alter table contact_method drop constraint contact_method_kind_check;
alter table contact_method
    add constraint contact_method_kind_check check (kind in ('SMS', 'VOICE', 'EMAIL', 'WEBHOOK')),
    add column verified_at     timestamptz,
    add column disabled_at     timestamptz,
    add column disabled_reason text,
    -- What a webhook's requests are signed with; shown once.
    add column secret          text;
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
