CREATE SCHEMA removals;

-- The rules of this directory in all their versions. Nothing here is ever changed.
CREATE TABLE removals.rules (
    version    integer PRIMARY KEY CHECK (version >= 1),
    written_at timestamptz NOT NULL,
    -- The first is number 1.
    rules      text[] NOT NULL CHECK (cardinality(rules) BETWEEN 1 AND 30)
);

INSERT INTO removals.rules (version, written_at, rules) VALUES (1, now(), ARRAY[
    'The law: nothing is listed that is against the law where this directory is run, or that a court or an authority has ordered to be taken off.',
    'People: no threats, no calls for violence, no harassment, and nothing sexual that has to do with minors.',
    'Content notes: whatever a stream often shows of violence, sex, flashing pictures, gambling or drugs stands in its notes.',
    'True words: name, title, tags, language and notes say what the stream is.',
    'One entry: the same people do not list themselves again under other names to be seen more often.',
    'Live: what is on air happens now. A recording that is played again says so.',
    'Own work: nobody plays the stream of somebody else as if it were theirs.',
    'Vouches: who vouches for a team knows its people. Vouches are not sold, traded or made up.']);

-- A team that was taken off. What came of it is in its steps.
CREATE TABLE removals.removal (
    id         uuid PRIMARY KEY,
    -- Address of its actor.
    team       text NOT NULL CHECK (octet_length(team) <= 2000),
    host       text NOT NULL,
    name       text NOT NULL,
    -- Whether the operator had named it.
    admitted   boolean NOT NULL,
    -- The newest Invite with which it asked: when it is put back, that is answered. Empty where it never asked.
    invite     text NOT NULL,
    version    integer NOT NULL REFERENCES removals.rules,
    rule       integer NOT NULL,
    rule_words text NOT NULL,
    term       text NOT NULL CHECK (term IN ('WEEK', 'MONTH', 'HALF_YEAR', 'OPEN')),
    -- Whether it was found to deceive.
    fraud      boolean NOT NULL,
    removed_at timestamptz NOT NULL
);
CREATE INDEX removal_of_team ON removals.removal (team, removed_at);

-- What was done about it, and said. Only ever added.
CREATE TABLE removals.step (
    number  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    removal uuid NOT NULL REFERENCES removals.removal ON DELETE CASCADE,
    kind    text NOT NULL CHECK (kind IN ('REMOVED', 'APPEALED', 'UPHELD', 'PUT_BACK')),
    at      timestamptz NOT NULL,
    words   text NOT NULL
);
CREATE INDEX step_of_removal ON removals.step (removal, number);

-- Links by which a team reads the statement of reasons and objects. Their hashes: whoever reads the table cannot object.
CREATE TABLE removals.link (
    hash    text PRIMARY KEY,
    removal uuid NOT NULL REFERENCES removals.removal ON DELETE CASCADE,
    made_at timestamptz NOT NULL
);
CREATE INDEX link_of_removal ON removals.link (removal, made_at);
