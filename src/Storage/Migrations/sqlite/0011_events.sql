-- A session is a trial of a project or an event (kick-off, information, open day, closing).
-- An event is of no project. SQLite can't drop "not null", so the column is made anew.
alter table session add column project_ref text references project (id);
update session set project_ref = project_id;
alter table session drop column project_id;
alter table session rename column project_ref to project_id;
alter table session add column kind text not null default 'Trial';
-- What staff call the event, by language; empty where the name of its kind will do.
alter table session add column title text not null default '{}';
alter table session add column guests_allowed integer not null default 0;
alter table session add column travel_help integer not null default false;
alter table session add column minors_welcome integer not null default true;

-- Whom the youth brings; each needs a seat.
alter table booking add column guests integer not null default 0;

-- Who came to an event without a telephone and told a first name; gone a month after.
create table walk_in (
    id         integer primary key autoincrement,
    session_id integer not null references session (id) on delete cascade,
    first_name text not null,
    at         text not null
);
create index walk_in_session on walk_in (session_id, id);
create index walk_in_at on walk_in (at);
