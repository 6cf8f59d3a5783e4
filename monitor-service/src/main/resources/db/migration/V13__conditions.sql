-- What must hold of each answer, a sentence each, all of them.
alter table checks add column conditions text[] not null default '{}';
