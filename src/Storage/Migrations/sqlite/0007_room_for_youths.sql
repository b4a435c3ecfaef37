-- Room on its pages is for PostgreSQL; here the file only keeps the numbers alike.
select 1;
