-- Which coach wrote a line; null where no person did, and for lines from before this was kept.
alter table message add column author text;

-- A message to the own WhatsApp of somebody who is asked to take handoffs. Holds nothing of a youth. due: when to try next, null when it is over;
-- leased_at: an attempt began then and has not been heard of.
create table staff_alert (
    id            integer primary key autoincrement,
    staff_id      integer not null references staff (id) on delete cascade,
    at            text not null,
    urgent        integer not null,
    state         text not null default 'Queued',
    code          text not null default '',
    provider_id   text,
    due           text,
    attempts      integer not null default 0,
    leased_at     text,
    unknown_since text
);
create index staff_alert_staff on staff_alert (staff_id, at);
create index staff_alert_due on staff_alert (due) where due is not null;
create index staff_alert_provider on staff_alert (provider_id) where provider_id is not null;

-- What an alert told of: each handoff once to each person, and once more when it has become urgent.
create table staff_alert_handoff (
    handoff_id integer not null references handoff (id) on delete cascade,
    staff_id   integer not null,
    urgent     integer not null,
    alert_id   integer not null references staff_alert (id) on delete cascade,
    primary key (handoff_id, staff_id, urgent)
);
create index staff_alert_handoff_alert on staff_alert_handoff (alert_id);

create index staff_alerting on staff (id) where alert_shown <> '';

-- Since when a youth waits, or when they were last answered: the order of the work list, which so stops at its limit however many are open.
alter table handoff add column answered integer not null default false;
alter table handoff add column waits_from text;
update handoff set answered = answered_at is not null, waits_from = coalesce(answered_at, opened_at);
update handoff
   set answered = false, waits_from = (select y.last_heard from youth y where y.id = handoff.youth_id)
 where answered and exists (select 1 from youth y where y.id = handoff.youth_id and y.last_heard > handoff.answered_at);
create index handoff_waits on handoff (answered, waits_from, id) where closed_at is null;
create index handoff_urgent on handoff (answered, waits_from, id) where closed_at is null and urgency = 'Urgent';
create index handoff_snoozed on handoff (answered, waits_from, id) where closed_at is null and snoozed_until is not null;
drop index handoff_staff_open;
create index handoff_staff_open on handoff (staff_id, answered, waits_from, id) where closed_at is null;
