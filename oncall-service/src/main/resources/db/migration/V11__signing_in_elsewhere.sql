-- Signing in by another house's word: who of us is who there, and the attempts under way.
create table identity (
    issuer       text        not null,
    subject      text        not null,
    person_id    uuid        not null references person (id),
    linked_at    timestamptz not null,
    last_used_at timestamptz not null,
    primary key (issuer, subject)
);
-- One account there for each of us: another with the same address may be somebody who got it later.
create unique index identity_of_person on identity (person_id, issuer);

-- Deleted when it is used, so that nothing of it can be used twice, on whichever replica.
create table oidc_attempt (
    secret_hash text primary key,
    state_hash  text        not null,
    nonce       text        not null,
    verifier    text        not null,
    expires_at  timestamptz not null
);
