-- What each replica owed and ran in the last minutes, and since when it has no network of its own.
alter table replica
    add column owed bigint not null default 0,
    add column executed bigint not null default 0,
    add column late bigint not null default 0,
    add column offline_since timestamptz;
