-- A test page: whoever asked for it may say that it arrived, where no carrier can.
alter table announcement add column arrived_at timestamptz;
create index announcement_tests on announcement (person_id, created_at) where purpose = 'TEST';

-- People who have put the list of first steps away.
create table first_steps_put_away (
    person_id uuid primary key references person (id),
    at        timestamptz not null
);
