-- Reminders rewrite many youths of one page in one commit: with half of it free their new versions stay on it, and no index is touched.
alter table youth set (fillfactor = 50);
