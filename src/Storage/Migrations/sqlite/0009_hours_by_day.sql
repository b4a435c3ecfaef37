-- The hours by day (opening) are the one source; these words were read by nobody.
alter table site drop column balie_hours;
