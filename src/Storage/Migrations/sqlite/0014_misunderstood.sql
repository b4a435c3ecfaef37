-- Words that were not understood, masked and without the youth, one row for the same words in a language. normal: made comparable. site: '' none, '*' several.
-- day: when they were last heard. best, second: what they were taken for, and how likely in percent. label: what staff say they mean; '' while nobody has.
create table misunderstood (
    id             integer primary key autoincrement,
    language       text not null,
    normal         text not null,
    words          text not null,
    site           text not null,
    day            text not null,
    count          integer not null,
    best           text not null,
    best_percent   integer not null,
    second         text not null,
    second_percent integer not null,
    label          text not null
);
create unique index misunderstood_words on misunderstood (language, normal);
create index misunderstood_waiting on misunderstood (count desc, id) where label = '';
create index misunderstood_labelled on misunderstood (language, id) where label <> '';
create index misunderstood_day on misunderstood (day);
