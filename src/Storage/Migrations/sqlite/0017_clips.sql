-- Texts that staff spoke, one for each key and language. The sound as base64; who knows the address may hear it.
create table clip (
    text_key text not null,
    language text not null,
    address  text not null,
    type     text not null,
    sound    text not null,
    staff_id integer,
    at       text not null,
    primary key (text_key, language)
);
create unique index clip_address on clip (address);

-- How often a message that begins with this text left, in this language: what to record first. Nothing leads back to a youth.
create table said (
    text_key text not null,
    language text not null,
    count    integer not null,
    primary key (text_key, language)
);
