-- Everything about one youth that must be known at every turn. The JSON in state is the truth; the columns beside it are for lists.
create table youth (
    id           integer primary key autoincrement,
    channel      text not null,
    address      text not null,
    language     text,
    site         text,
    first_name   text not null,
    age          text not null,
    stopped      integer not null,
    paused_until text,
    last_heard   text,
    turns        integer not null,
    created_at   text not null,
    state        text not null
);

create table address (
    channel  text not null,
    value    text not null,
    youth_id integer not null references youth (id) on delete cascade,
    primary key (channel, value)
);
create index address_youth on address (youth_id);

-- Keys under which something was received already; kept when its youth is erased, and holds nothing about them.
create table received (
    key text primary key,
    at  text not null
);

-- The queue in front of the turns. Hot tables have no foreign key to youth: erasing removes their rows, and the check would cost at each insert.
create table inbox (
    id       integer primary key autoincrement,
    youth_id integer not null,
    at       text not null,
    channel  text,
    address  text,
    inbound  text not null,
    state    text not null default 'waiting' check (state in ('waiting', 'set-aside')),
    attempts integer not null default 0,
    error    text
);
create index inbox_youth on inbox (youth_id, id);

create table timer (
    id       integer primary key autoincrement,
    youth_id integer not null,
    kind     text not null,
    due      text not null,
    set_for  text not null
);
create index timer_due on timer (due);
create index timer_youth on timer (youth_id, due);

create table site (
    id          text primary key,
    name        text not null,
    zone        text not null,
    latitude    real not null,
    longitude   real not null,
    has_balie   integer not null,
    balie_hours text not null,
    organisation text not null,
    travel      text not null,
    coach_name  text not null,
    also_called text not null
);

create table project (
    id           text primary key,
    organisation text not null,
    title        text not null,
    description  text not null,
    interests    text not null
);

create table session (
    id            integer primary key autoincrement,
    project_id    text not null references project (id),
    site_id       text not null references site (id),
    starts        text not null,
    ends          text not null,
    place         text not null,
    address       text not null,
    latitude      real not null,
    longitude     real not null,
    capacity      integer not null,
    taken         integer not null default 0,
    contact_name  text not null,
    contact_phone text not null,
    bring         text not null,
    route         text not null,
    go_together   text not null,
    cancelled     integer not null default false,
    -- Raised with every change but that of taken: who holds an older copy reads it again.
    revision      integer not null default 1,
    check (taken >= 0 and taken <= capacity)
);
create index session_starts on session (starts);

create table story (
    site       text not null,
    language   text not null,
    first_name text not null,
    words      text not null,
    primary key (site, language, first_name)
);

create table entry_code (
    code           text primary key,
    site           text,
    language       text,
    friend_session integer
);

create table booking (
    youth_id      integer not null references youth (id) on delete cascade,
    session_id    integer not null references session (id),
    status        text not null,
    version       integer not null,
    booked_at     text not null,
    waiting_since text,
    at_risk       integer not null,
    cancel_reason text,
    primary key (youth_id, session_id)
);
create index booking_session on booking (session_id, status);
create index booking_at_risk on booking (session_id) where at_risk;

-- The transcript: what was said by both, one line each.
create table message (
    id       integer primary key,
    youth_id integer not null,
    at       text not null,
    speaker  text not null check (speaker in ('youth', 'bot', 'coach')),
    kind     text not null,
    words    text not null,
    saying   text,
    language text not null
);
create index message_youth on message (youth_id, id);

-- How far a message of ours got. Apart from the transcript, so that each step rewrites a short row and not a long one.
create table delivery (
    message_id  integer primary key,
    state       text not null,
    provider_id text,
    code        text not null,
    at          text not null
);
create index delivery_provider on delivery (provider_id) where provider_id is not null;
create index delivery_trouble on delivery (at) where state in ('NeedsTemplate', 'Unknown', 'Failed');

-- The queue behind the turns; a row goes when its message is sent or has failed. due: when to look at it next, whoever holds it;
-- null while it needs a template. leased_at: an attempt began then and has not been heard of.
create table outbox (
    id            integer primary key,
    youth_id      integer not null,
    channel       text not null,
    address       text not null,
    lane          integer not null,
    written       text not null,
    template_key  text not null,
    language      text not null,
    due           text,
    attempts      integer not null default 0,
    leased_by     text,
    leased_at     text,
    unknown_since text,
    expires       text
);
create index outbox_ready on outbox (lane, id) where due is not null;
create index outbox_youth on outbox (youth_id, id);

create table handoff (
    id        integer primary key autoincrement,
    youth_id  integer not null references youth (id) on delete cascade,
    reason    text not null,
    urgency   text not null,
    opened_at text not null,
    taken_at  text,
    coach     text not null default '',
    closed_at text
);
create unique index handoff_open on handoff (youth_id) where closed_at is null;
create index handoff_youth on handoff (youth_id);

create table journey (
    id       integer primary key autoincrement,
    youth_id integer not null,
    at       text not null,
    step     text not null,
    detail   text not null
);
create index journey_youth on journey (youth_id);

create table wish (
    site  text not null,
    words text not null,
    count integer not null,
    primary key (site, words)
);

create table setting (
    name  text primary key,
    value text not null
);

-- Ids of transcript lines. Taken while the youth is locked, so that they rise in the order of the conversation.
create table line_id (last integer not null);
insert into line_id values (0);
