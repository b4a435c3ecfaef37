-- A voice note that the provider still has: where it is fetched, and until when. A row goes when the note was deleted there.
create table recording (
    -- Its line in the transcript.
    message_id integer primary key,
    -- Null once the youth was erased.
    youth_id   integer,
    url        text not null,
    type       text not null,
    at         text not null,
    ends       text not null,
    language   text not null,
    -- When to have it written down; null where nobody does, or it was done.
    listen_at  text
);
create index recording_youth on recording (youth_id);
create index recording_ends on recording (ends);
create index recording_listen on recording (listen_at) where listen_at is not null;
