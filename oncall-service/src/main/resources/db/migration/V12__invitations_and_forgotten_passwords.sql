-- Links that let somebody in once. Of each only the hash is kept.
create table invitation (
    id          uuid primary key,
    email       text        not null check (email = lower(email)),
    role        text        not null check (role in ('VIEWER', 'RESPONDER', 'ADMIN')),
    team_ids    uuid[]      not null,
    token_hash  text        not null unique,
    invited_by  uuid        not null references person (id),
    created_at  timestamptz not null,
    expires_at  timestamptz not null,
    accepted_at timestamptz,
    revoked_at  timestamptz
);
-- One that is open for an address: a second is the first, sent again.
create unique index invitation_open on invitation (email) where accepted_at is null and revoked_at is null;

create table password_link (
    token_hash text primary key,
    person_id  uuid        not null references person (id),
    expires_at timestamptz not null
);
create index password_link_of_person on password_link (person_id);
