-- What waits until its youth writes: looked for at each turn, among these only and not in the whole queue.
create index outbox_waiting on outbox (youth_id) where due is null;
