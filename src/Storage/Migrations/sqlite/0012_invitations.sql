-- What an audience is chosen by, beside what lists needed already: bits of interests, the furthest step of the funnel, how they came first,
-- and whether they gave leave for invitations. As in state.
alter table youth add column interests integer not null default 0;
alter table youth add column stage text not null default 'Reached';
alter table youth add column source text not null default 'Direct';
alter table youth add column invitations text not null default 'NotAsked';
-- When they were last invited.
alter table youth add column asked_at text;

-- Each answer to a question for consent, for each purpose: the proof.
create table consent (
    id       integer primary key autoincrement,
    youth_id integer not null,
    at       text not null,
    purpose  text not null,
    given    integer not null,
    wording  text not null,
    way      text not null
);
create index consent_youth on consent (youth_id, id);

-- A round of invitations to one event. audience and sentences: JSON, as the worker filled them in. fed_to: up to which youth the recipients were handed
-- to the turns; look_at: not before. tally: how it stands; tally_base: how it stood when it was last resumed.
create table broadcast (
    id            integer primary key autoincrement,
    session_id    integer not null references session (id),
    site_id       text not null,
    audience      text not null,
    sentences     text not null,
    state         text not null,
    reason        text not null default '',
    planner       integer not null,
    planner_name  text not null,
    approver      integer,
    approver_name text not null default '',
    starts_at     text,
    created_at    text not null,
    begun_at      text,
    ended_at      text,
    fed_to        integer not null default 0,
    look_at       text,
    tally         text not null default '{}',
    tally_base    text not null default '{}',
    tallied_at    text,
    version       integer not null default 1
);
create index broadcast_site on broadcast (site_id, id);
create index broadcast_scheduled on broadcast (starts_at) where state = 'Scheduled';
create index broadcast_running on broadcast (look_at, id) where state = 'Running';
create index broadcast_open on broadcast (id) where state in ('Running', 'Paused', 'Stopped', 'Cancelled', 'Done');

-- One row for each youth of a round, before anything is said. No foreign keys, as in all tables that are written by the thousand.
create table recipient (
    broadcast_id integer not null,
    youth_id     integer not null,
    session_id   integer not null,
    state        text not null,
    reason       text not null default '',
    message_id   integer,
    due          text,
    asked_at     text,
    answered_at  text,
    primary key (broadcast_id, youth_id)
);
create index recipient_youth on recipient (youth_id);
create index recipient_message on recipient (message_id) where message_id is not null;
