-- What staff enter about the programme beyond what the bot needs in a turn. version: raised with each change, so that the second of two editors is told.
create table organisation (
    id            integer primary key autoincrement,
    -- Sites and projects carry the name itself: the offer is read every minute, an organisation is renamed once in years.
    name          text not null unique,
    contact_name  text not null default '',
    contact_phone text not null default '',
    contact_email text not null default '',
    version       integer not null default 1
);
insert into organisation (name) select organisation from site union select organisation from project;

-- Hours of the balie by day; abbreviations that are known at the site, with what they mean; who looks after a site without a balie.
alter table site add column opening text not null default '{}';
alter table site add column abbreviations text not null default '{}';
alter table site add column pick_up_hours integer not null default 4;
alter table site add column fallback_owner integer references staff (id);
alter table site add column version integer not null default 1;

alter table project add column version integer not null default 1;

-- Sessions that were planned in one go, and the rule as it was entered.
create table series (
    id   integer primary key autoincrement,
    rule text not null
);

alter table session add column languages text not null default '[]';
alter table session add column series_id integer references series (id);
-- Who came without a telephone, as a number and nothing else.
alter table session add column counted integer not null default 0;
create index session_site on session (site_id, starts);
create index session_series on session (series_id, starts) where series_id is not null;

create table session_staff (
    session_id integer not null references session (id) on delete cascade,
    staff_id   integer not null references staff (id),
    primary key (session_id, staff_id)
);

-- A code at the door: of one session, or of a series.
alter table entry_code add column door_session integer;
alter table entry_code add column door_series integer;
create index entry_code_door_session on entry_code (door_session) where door_session is not null;
create index entry_code_door_series on entry_code (door_series) where door_series is not null;
