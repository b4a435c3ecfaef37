-- Timers that came due at the same instant are taken in order, so that a batch can go on where the last one ended.
drop index timer_due;
create index timer_due on timer (due, id);
