-- Who made it, as its origin says: nobody else's word about it is believed without asking there. What is known of before is
-- looked up anew when it is heard of.
DELETE FROM following.stream;
ALTER TABLE following.stream ADD COLUMN author text NOT NULL;
