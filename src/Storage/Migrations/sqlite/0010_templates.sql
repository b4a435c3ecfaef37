-- Templates that WhatsApp approves, one row for each text in each language and each wording. hash: of the words; an approval is for exactly these.
create table template (
    key       text not null,
    language  text not null,
    hash      text not null,
    name      text not null,
    sid       text not null,
    status    text not null,
    category  text not null,
    reason    text not null default '',
    variables text not null,
    buttons   text not null,
    at        text not null,
    primary key (key, language, hash)
);

-- Which stand-in went out for a message that waits for the window to open, and when.
alter table outbox add column stood_in text;
alter table outbox add column stood_in_at text;

-- On which way a message left, and as what WhatsApp charges it.
alter table delivery add column sent_as text not null default '';
alter table delivery add column category text not null default '';

-- A coach answered outside the window and the youth did not look for a day: back on the list.
alter table handoff add column unread integer not null default false;

-- How many messages left: what they cost. sender: the digits of our number; site: empty where the youth has none; country: the calling code that has a price.
create table message_month (
    sender   text not null,
    month    text not null,
    site     text not null,
    country  text not null,
    category text not null,
    count    integer not null,
    primary key (sender, month, site, country, category)
);
