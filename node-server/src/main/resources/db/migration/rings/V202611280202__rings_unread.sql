-- What was never read says nothing of when it changed: the first list of members is newer than nothing.
UPDATE rings.ring SET updated_at = 'epoch' WHERE NOT hosted AND signed = '';
