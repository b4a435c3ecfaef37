-- Every change that staff made to the words of youth. site: '' for all sites. words_before, words_after: '' where those of the content files count.
create table text_change (
    id           integer primary key autoincrement,
    key          text not null,
    language     text not null,
    site         text not null,
    words_before text not null,
    words_after  text not null,
    staff_id     integer,
    staff_name   text not null,
    at           text not null
);
create index text_change_key on text_change (key, language, id);

-- The words that count in place of the files, one row for each text in a language of a site (or '' for all). change_id: the change that wrote them.
create table text_override (
    key       text not null,
    language  text not null,
    site      text not null,
    words     text not null,
    change_id integer not null,
    primary key (key, language, site)
);
