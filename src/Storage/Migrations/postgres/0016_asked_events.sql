-- Events that a youth was asked to and that still count, as " 12 15 ": who was asked seldom, and not to this one, needs no look at earlier rounds.
alter table youth add column asked_events text not null default '';
update youth set asked_events = coalesce((select ' ' || string_agg(p.session_id::text, ' ' order by p.asked_at) || ' ' from recipient p where p.youth_id = youth.id and p.asked_at is not null), '')
 where asked_at is not null;
