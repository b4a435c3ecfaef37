-- People who work in the console. email is lower case. A demo account opens in Development only, and without a password.
create table staff (
    id              integer primary key autoincrement,
    name            text not null,
    email           text not null unique,
    role            text not null check (role in ('Coach', 'BalieWorker', 'Coordinator', 'Admin')),
    speaks          text not null,
    hours           text not null,
    load_cap        integer not null,
    absent_until    text,
    console         text not null,
    active          integer not null default true,
    is_demo         integer not null default false,
    created_at      text not null,
    password_hash   text,
    -- Changes with the password and the roles: sessions that carry an older one end.
    security_stamp  text not null,
    totp_secret     text,
    -- The last time step that was accepted: a code opens once.
    totp_used       integer not null default 0,
    -- Where alerts go: sealed, and as it is shown (+31 6 •••• 34).
    alert_number    text,
    alert_shown     text not null default ''
);

create table staff_site (
    staff_id   integer not null references staff (id) on delete cascade,
    site_id    text not null references site (id),
    is_primary integer not null,
    primary key (staff_id, site_id)
);
create index staff_site_site on staff_site (site_id);

create table staff_recovery_code (
    staff_id  integer not null references staff (id) on delete cascade,
    code_hash text not null,
    primary key (staff_id, code_hash)
);

create table staff_passkey (
    credential_id text primary key,
    staff_id      integer not null references staff (id) on delete cascade,
    name          text not null,
    passkey       text not null,
    created_at    text not null
);
create index staff_passkey_staff on staff_passkey (staff_id);

-- A link that opens an account once: for a new person, for the first Admin, or for somebody who lost their password.
create table staff_invitation (
    token_hash text primary key,
    -- Empty in the link for the first Admin: who opens it fills in their own.
    email      text not null,
    role       text not null,
    places     text not null,
    -- Also takes away the second factor, for who lost it.
    frees      integer not null,
    invited_by integer references staff (id) on delete cascade,
    created_at text not null,
    expires_at text not null
);
create index staff_invitation_email on staff_invitation (email);

-- Failures to sign in, by a hash of the account's address or of the network.
create table staff_failure (
    key   text primary key,
    count integer not null,
    since text not null,
    until text not null
);
create index staff_failure_until on staff_failure (until);

-- What pages that are open look at: raised when something on a list has changed.
create table live_topic (
    topic   text primary key,
    version integer not null
);

-- Keys that seal cookies and secrets, shared by all nodes.
create table protection_key (
    name       text primary key,
    xml        text not null,
    created_at text not null
);

-- Who did what, when. Nobody can alter it; what is older than two years may be removed.
create table audit (
    id         integer primary key autoincrement,
    at         text not null,
    staff_id   integer,
    staff_name text not null,
    act        text not null,
    youth_id   integer,
    site_id    text,
    detail     text not null
);
create index audit_at on audit (at, id);
create index audit_youth on audit (youth_id, at);

create trigger audit_no_update before update on audit begin select raise(abort, 'the audit trail is not altered'); end;
create trigger audit_no_delete before delete on audit when old.at >= strftime('%Y-%m-%dT%H:%M:%f000Z', 'now', '-2 years')
    begin select raise(abort, 'the audit trail is not altered'); end;
