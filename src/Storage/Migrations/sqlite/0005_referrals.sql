-- Whose code it is or what for, and what its poster says.
alter table entry_code add column kind text not null default 'Site';
alter table entry_code add column owner_staff integer;
alter table entry_code add column owner_youth integer;
-- As the chat may say it: the worker's name, or an ambassador's first name.
alter table entry_code add column owner_name text not null default '';
alter table entry_code add column label text not null default '';
-- Of the poster, as codes with spaces between.
alter table entry_code add column languages text not null default '';
alter table entry_code add column created_at text;
create index entry_code_printed on entry_code (site, kind, code) where kind in ('Site', 'Event') or label <> '';
create index entry_code_owner_youth on entry_code (owner_youth) where owner_youth is not null;

-- Somebody brings a youth. Without youth_id nobody has come with the code yet. What a worker wrote down (first name, number) goes
-- when the referral ends. No foreign key to youth: erasing leaves the row, without the youth and without the code.
create table referral (
    id          integer primary key autoincrement,
    code        text not null,
    owner_staff integer,
    site        text,
    youth_id    integer,
    first_name  text not null,
    language    text not null,
    phone       text not null,
    status      text not null,
    reason      text not null,
    sent_at     text not null,
    moved_at    text not null,
    -- When its owner last said that they looked after it.
    looked_at   text
);
create unique index referral_waiting on referral (code) where youth_id is null and code > '';
create index referral_code on referral (code, youth_id);
create index referral_youth on referral (youth_id);
create index referral_owner on referral (owner_staff, id);
create index referral_site on referral (site, id);
create index referral_owner_open on referral (owner_staff, moved_at) where status in ('Sent', 'Seen', 'Interested', 'Booked');
create index referral_site_open on referral (site, moved_at) where status in ('Sent', 'Seen', 'Interested', 'Booked');
create index referral_unseen on referral (sent_at) where youth_id is null and status = 'Sent';

-- Between two sites: what the next coach should know.
create table handover (
    id        integer primary key autoincrement,
    youth_id  integer not null,
    at        text not null,
    from_site text,
    to_site   text,
    note      text not null,
    by_name   text not null
);
create index handover_youth on handover (youth_id, id);

-- Figures: counted in the commit of turns, added up apart from it. Nothing leads back to a youth.
create table journey_fresh (
    id       integer primary key autoincrement,
    month    text not null,
    site     text not null,
    language text not null,
    source   text not null,
    step     text not null,
    detail   text not null,
    count    integer not null
);

-- '*' stands for all: each count is in eight rows, so that a page reads the row it needs and adds up nothing.
create table journey_month (
    language text not null,
    source   text not null,
    month    text not null,
    site     text not null,
    step     text not null,
    detail   text not null,
    count    integer not null,
    primary key (language, source, month, site, step, detail)
);

-- The first name in small letters, to search by; byte order, so that a prefix is a range of the index.
alter table youth add column name_key text not null default '';
create index youth_name on youth (site, name_key);

-- What staff look at: wishes that several had, and inputs that were set aside.
create index wish_common on wish (site, count) where count >= 5;
create index inbox_set_aside on inbox (id) where state = 'set-aside';
