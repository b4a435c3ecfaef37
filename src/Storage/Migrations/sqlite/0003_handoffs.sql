-- Who has a handoff or is asked to take it (staff_id, by name in with_name), until when, and who was asked before (ids with spaces between).
-- version: the conversation's count of changes, by which an old form is noticed. answered_at: when a coach last wrote.
alter table handoff add column staff_id integer;
alter table handoff add column with_name text not null default '';
alter table handoff add column version integer not null default 0;
alter table handoff add column offered_at text;
alter table handoff add column pick_up_by text;
alter table handoff add column passed text not null default '';
alter table handoff add column answered_at text;
alter table handoff add column snoozed_until text;
create index handoff_staff on handoff (staff_id, offered_at);
create index handoff_staff_open on handoff (staff_id) where closed_at is null;

-- What staff note about a youth for each other. Goes with the youth.
create table note (
    id       integer primary key autoincrement,
    youth_id integer not null references youth (id) on delete cascade,
    at       text not null,
    staff_id integer not null,
    words    text not null
);
create index note_youth on note (youth_id, id);
