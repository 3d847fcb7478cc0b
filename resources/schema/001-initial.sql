-- Seamfinder study file, schema version 1.
--
-- Every row's key is a 63-bit time-ordered id (core/domain/IdGenerator.h); times are milliseconds since 1970 UTC.
-- Texts that a person typed are never NULL: '' is "nothing typed yet"; why there is nothing stands in field_missing.
-- Journaled tables (core/catalogue/Schema.cpp names them) have a non-null integer key, no generated columns, no UNIQUE
-- on an order column and no trigger that writes to another journaled table; unjournaled tables never cascade from them.

-- Facts about the file itself; not journaled.
CREATE TABLE meta(
    key   TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE study(
    id          INTEGER PRIMARY KEY NOT NULL,
    title       TEXT NOT NULL DEFAULT '',
    description TEXT NOT NULL DEFAULT '',
    revision    INTEGER,
    changed_by  INTEGER
);

CREATE TABLE coder(
    id         INTEGER PRIMARY KEY NOT NULL,
    name       TEXT NOT NULL,
    initials   TEXT NOT NULL,
    is_lead    INTEGER NOT NULL DEFAULT 0,
    created    INTEGER NOT NULL,
    revision   INTEGER,
    changed_by INTEGER
);

-- The whole codebook, told apart by facet. `about` is the element of an information item, `group_role` the one of the
-- three roles that another role belongs with, `workflow` what a role performs.
CREATE TABLE term(
    id         INTEGER PRIMARY KEY NOT NULL,
    facet      TEXT NOT NULL,
    key        TEXT NOT NULL,
    label      TEXT NOT NULL,
    alias      TEXT NOT NULL DEFAULT '',
    definition TEXT NOT NULL DEFAULT '',
    use_when   TEXT NOT NULL DEFAULT '',
    use_not    TEXT NOT NULL DEFAULT '',
    example    TEXT NOT NULL DEFAULT '',
    colour     TEXT NOT NULL DEFAULT '',
    parent     INTEGER REFERENCES term(id),
    about      INTEGER REFERENCES term(id),
    group_role INTEGER REFERENCES term(id),
    workflow   INTEGER REFERENCES term(id),
    special    INTEGER NOT NULL DEFAULT 0,
    asks_text  INTEGER NOT NULL DEFAULT 0,
    position   INTEGER NOT NULL,
    retired    INTEGER NOT NULL DEFAULT 0,
    merged_into INTEGER REFERENCES term(id),
    revision   INTEGER,
    changed_by INTEGER
);
CREATE UNIQUE INDEX term_key ON term(facet, key);

-- The expected flow: which roles usually provide information about an element, and which need it.
CREATE TABLE expected_flow(
    id      INTEGER PRIMARY KEY NOT NULL,
    element INTEGER NOT NULL REFERENCES term(id),
    role    INTEGER NOT NULL REFERENCES term(id),
    needs   INTEGER NOT NULL            -- 0: provides, 1: needs
);
CREATE INDEX expected_flow_element ON expected_flow(element);

CREATE TABLE participant(
    id                INTEGER PRIMARY KEY NOT NULL,
    pseudonym         TEXT NOT NULL,
    years_ml          INTEGER,
    country           TEXT NOT NULL DEFAULT '',
    organisation      TEXT NOT NULL DEFAULT '',
    organisation_size TEXT,
    organisation_kind TEXT,
    notes             TEXT NOT NULL DEFAULT '',
    state             TEXT NOT NULL DEFAULT 'active',   -- active, withdrawn
    created           INTEGER NOT NULL,
    updated           INTEGER NOT NULL,
    deleted_at        INTEGER,
    revision          INTEGER,
    changed_by        INTEGER
);

-- Roles and workflows of participants.
CREATE TABLE participant_term(
    id          INTEGER PRIMARY KEY NOT NULL,
    participant INTEGER NOT NULL REFERENCES participant(id),
    field       TEXT NOT NULL,                          -- role, workflow
    term        INTEGER NOT NULL REFERENCES term(id),
    main        INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX participant_term_participant ON participant_term(participant, field);

CREATE TABLE system(
    id          INTEGER PRIMARY KEY NOT NULL,
    alias       TEXT NOT NULL,
    stage       TEXT,
    domain      TEXT NOT NULL DEFAULT '',
    kind        TEXT,
    description TEXT NOT NULL DEFAULT '',
    created     INTEGER NOT NULL,
    updated     INTEGER NOT NULL,
    deleted_at  INTEGER,
    revision    INTEGER,
    changed_by  INTEGER
);

CREATE TABLE protocol(
    id         INTEGER PRIMARY KEY NOT NULL,
    key        TEXT NOT NULL,
    title      TEXT NOT NULL,
    created    INTEGER NOT NULL,
    retired    INTEGER NOT NULL DEFAULT 0,
    revision   INTEGER,
    changed_by INTEGER
);

-- `content` is the whole protocol as JSON (core/protocol/ProtocolJson.h); a version is immutable once published.
CREATE TABLE protocol_version(
    id         INTEGER PRIMARY KEY NOT NULL,
    protocol   INTEGER NOT NULL REFERENCES protocol(id),
    number     INTEGER NOT NULL,
    content    TEXT NOT NULL,
    hash       TEXT NOT NULL,                            -- SHA-256 of content, hex
    note       TEXT NOT NULL DEFAULT '',
    published  INTEGER,
    created    INTEGER NOT NULL,
    revision   INTEGER,
    changed_by INTEGER
);
CREATE INDEX protocol_version_protocol ON protocol_version(protocol);

CREATE TABLE interview(
    id               INTEGER PRIMARY KEY NOT NULL,
    protocol_version INTEGER REFERENCES protocol_version(id),
    title            TEXT NOT NULL DEFAULT '',
    state            TEXT NOT NULL DEFAULT 'planned',    -- planned, in-progress, paused, complete, withdrawn
    language         TEXT NOT NULL DEFAULT 'en',
    date             INTEGER,                            -- planned for, then begun at
    finished         INTEGER,
    mode             TEXT,
    planned_minutes  INTEGER,
    briefing_read    TEXT,
    recording        TEXT NOT NULL DEFAULT '',
    takes_part       TEXT,
    consent_how      TEXT,
    may_record       TEXT,
    quotes           TEXT,
    notes_access     TEXT,
    contact_again    TEXT,
    withdraw_until   TEXT NOT NULL DEFAULT '',
    locked           INTEGER NOT NULL DEFAULT 0,
    created          INTEGER NOT NULL,
    updated          INTEGER NOT NULL,
    deleted_at       INTEGER,
    revision         INTEGER,
    changed_by       INTEGER
);

CREATE TABLE interview_participant(
    id          INTEGER PRIMARY KEY NOT NULL,
    interview   INTEGER NOT NULL REFERENCES interview(id),
    participant INTEGER NOT NULL REFERENCES participant(id),
    position    INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX interview_participant_interview ON interview_participant(interview);
CREATE INDEX interview_participant_participant ON interview_participant(participant);

CREATE TABLE interview_coder(
    id        INTEGER PRIMARY KEY NOT NULL,
    interview INTEGER NOT NULL REFERENCES interview(id),
    coder     INTEGER NOT NULL REFERENCES coder(id)
);
CREATE INDEX interview_coder_interview ON interview_coder(interview);

-- The systems that participants spoke about in an interview.
CREATE TABLE interview_system(
    id        INTEGER PRIMARY KEY NOT NULL,
    interview INTEGER NOT NULL REFERENCES interview(id),
    system    INTEGER NOT NULL REFERENCES system(id)
);
CREATE INDEX interview_system_interview ON interview_system(interview);

CREATE TABLE sitting(
    id        INTEGER PRIMARY KEY NOT NULL,
    interview INTEGER NOT NULL REFERENCES interview(id),
    began     INTEGER NOT NULL,
    ended     INTEGER
);
CREATE INDEX sitting_interview ON sitting(interview);

-- One answer per question and repeat instance. A bound question's value lives in its entity: `value` stays NULL here.
-- `value` is JSON for lists, plain text otherwise; `instances` is the path of row ids (core/protocol/QuestionRef.h).
CREATE TABLE answer(
    id         INTEGER PRIMARY KEY NOT NULL,
    interview  INTEGER NOT NULL REFERENCES interview(id),
    question   TEXT NOT NULL,
    instances  TEXT NOT NULL DEFAULT '',
    value      TEXT,
    missing    TEXT,
    note       TEXT NOT NULL DEFAULT '',
    relevant   INTEGER NOT NULL DEFAULT 1,
    speaker    INTEGER REFERENCES participant(id),
    created    INTEGER NOT NULL,
    updated    INTEGER NOT NULL,
    revision   INTEGER,
    changed_by INTEGER
);
CREATE UNIQUE INDEX answer_question ON answer(interview, question, instances);

-- Instances of repeats that create no rows of their own.
CREATE TABLE repeat_instance(
    id        INTEGER PRIMARY KEY NOT NULL,
    interview INTEGER NOT NULL REFERENCES interview(id),
    repeat    TEXT NOT NULL,
    instances TEXT NOT NULL DEFAULT '',                  -- path of the enclosing instances
    position  INTEGER NOT NULL
);
CREATE INDEX repeat_instance_interview ON repeat_instance(interview, repeat);

-- An optional follow-up that was asked, and when.
CREATE TABLE probe_asked(
    id        INTEGER PRIMARY KEY NOT NULL,
    interview INTEGER NOT NULL REFERENCES interview(id),
    question  TEXT NOT NULL,
    instances TEXT NOT NULL DEFAULT '',
    probe     TEXT NOT NULL,
    time      INTEGER NOT NULL
);
CREATE INDEX probe_asked_interview ON probe_asked(interview);

CREATE TABLE incident(
    id         INTEGER PRIMARY KEY NOT NULL,
    label      TEXT NOT NULL,
    created    INTEGER NOT NULL,
    revision   INTEGER,
    changed_by INTEGER
);

-- `given` says which of counted_on, turned_out, led_to, feared (bits 0 to 3) have words, so that lists of a million
-- examples need not read the texts; it is set in the same statement as they are.
CREATE TABLE example(
    id             INTEGER PRIMARY KEY NOT NULL,
    interview      INTEGER REFERENCES interview(id),
    participant    INTEGER REFERENCES participant(id),
    system         INTEGER REFERENCES system(id),
    incident       INTEGER REFERENCES incident(id),
    occurrence     INTEGER REFERENCES term(id),
    source         INTEGER REFERENCES term(id),
    breadth        INTEGER REFERENCES term(id),
    what_if        TEXT,
    severity       INTEGER,
    likelihood     INTEGER,
    confidence     INTEGER,
    first_hand     TEXT,
    status         TEXT NOT NULL DEFAULT 'candidate',
    given          INTEGER NOT NULL DEFAULT 0,
    relevant       INTEGER NOT NULL DEFAULT 1,
    first_question TEXT NOT NULL DEFAULT '',
    batch          INTEGER,                              -- the journal entry of the import that brought it
    created        INTEGER NOT NULL,
    updated        INTEGER NOT NULL,
    deleted_at     INTEGER,
    revision       INTEGER,
    changed_by     INTEGER,
    title          TEXT NOT NULL DEFAULT '',
    counted_on     TEXT NOT NULL DEFAULT '',
    turned_out     TEXT NOT NULL DEFAULT '',
    led_to         TEXT NOT NULL DEFAULT '',
    feared         TEXT NOT NULL DEFAULT '',
    happened_when  TEXT NOT NULL DEFAULT '',
    story          TEXT NOT NULL DEFAULT '',
    timeline       TEXT NOT NULL DEFAULT '',
    cost           TEXT NOT NULL DEFAULT '',
    status_reason  TEXT NOT NULL DEFAULT ''
);
-- Covers what the list of all examples, its sort orders and the compact columns in memory read.
CREATE INDEX example_facts ON example(interview, participant, system, incident, occurrence, source, breadth, what_if,
    severity, likelihood, confidence, first_hand, status, given, relevant, deleted_at, created, updated);
CREATE INDEX example_created ON example(created, deleted_at, relevant);
CREATE INDEX example_updated ON example(updated, deleted_at, relevant);
CREATE INDEX example_title ON example(title COLLATE NOCASE, deleted_at, relevant);
CREATE INDEX example_participant ON example(participant);
CREATE INDEX example_incident ON example(incident) WHERE incident IS NOT NULL;

CREATE TABLE gap(
    id          INTEGER PRIMARY KEY NOT NULL,
    example     INTEGER REFERENCES example(id),          -- NULL: an information need without a known consequence
    interview   INTEGER REFERENCES interview(id),
    participant INTEGER REFERENCES participant(id),
    importance  INTEGER,
    priority    INTEGER,                                 -- rank among what should be shared first, 1 first
    relevant    INTEGER NOT NULL DEFAULT 1,
    first_question TEXT NOT NULL DEFAULT '',
    position    INTEGER NOT NULL DEFAULT 0,
    batch       INTEGER,
    created     INTEGER NOT NULL,
    updated     INTEGER NOT NULL,
    deleted_at  INTEGER,
    revision    INTEGER,
    changed_by  INTEGER,
    information TEXT NOT NULL DEFAULT ''
);
CREATE INDEX gap_facts ON gap(example, interview, participant, importance, priority, relevant, deleted_at);
CREATE INDEX gap_interview ON gap(interview);
-- The needs are rows of the catalogue: what its orders read of them.
CREATE INDEX gap_need ON gap(updated, created, deleted_at, relevant) WHERE example IS NULL;

CREATE TABLE example_link(
    id           INTEGER PRIMARY KEY NOT NULL,
    from_example INTEGER NOT NULL REFERENCES example(id),
    to_example   INTEGER NOT NULL REFERENCES example(id),
    kind         TEXT NOT NULL,                          -- caused, hid, same-fix
    created      INTEGER NOT NULL
);
CREATE INDEX example_link_from ON example_link(from_example);
CREATE INDEX example_link_to ON example_link(to_example);

CREATE TABLE practice(
    id         INTEGER PRIMARY KEY NOT NULL,
    interview  INTEGER REFERENCES interview(id),
    participant INTEGER REFERENCES participant(id),
    created    INTEGER NOT NULL,
    updated    INTEGER NOT NULL,
    deleted_at INTEGER,
    revision   INTEGER,
    changed_by INTEGER,
    story      TEXT NOT NULL DEFAULT ''
);
CREATE INDEX practice_interview ON practice(interview);

-- Why a field of an example, gap, participant, system, interview or practice has no value (core/domain/MissingCode.h).
CREATE TABLE field_missing(
    id     INTEGER PRIMARY KEY NOT NULL,
    target INTEGER NOT NULL,
    field  TEXT NOT NULL,
    code   TEXT NOT NULL,
    coder  INTEGER,
    time   INTEGER NOT NULL
);
CREATE UNIQUE INDEX field_missing_target ON field_missing(target, field);

-- The facets of examples, gaps and practices, by number, to keep codings small.
CREATE TABLE coding_facet(
    id  INTEGER PRIMARY KEY NOT NULL,
    key TEXT NOT NULL UNIQUE                             -- Field::key of a field of kind Coding
);
INSERT INTO coding_facet(id, key) VALUES
    (1, 'element'), (2, 'believed_by'), (3, 'workflow_origin'), (4, 'workflow_found'), (5, 'effect'), (6, 'detection'),
    (7, 'tag'), (20, 'item'), (21, 'gap_element'), (22, 'had_by'), (23, 'owner'), (24, 'needed_by'), (25, 'state'),
    (26, 'reason'), (27, 'needed_when'), (28, 'remedy'), (40, 'practice_item'), (41, 'practice_remedy');

-- A term applied to a target in one facet by one coder. Rows are added and removed, never changed. All rows of one
-- coder and stage form a layer; a row without term says that the layer is empty on purpose.
CREATE TABLE coding(
    id     INTEGER PRIMARY KEY NOT NULL,
    target INTEGER NOT NULL,
    facet  INTEGER NOT NULL REFERENCES coding_facet(id),
    term   INTEGER REFERENCES term(id),
    coder  INTEGER NOT NULL REFERENCES coder(id),
    stage  INTEGER NOT NULL,                             -- 1 live, 2 after, 3 resolved
    main   INTEGER NOT NULL DEFAULT 0,
    pair   INTEGER NOT NULL DEFAULT 0,                   -- element: 1 "A" and 2 "B" of "A does not fit B"
    team   INTEGER NOT NULL DEFAULT 0,                   -- 1 same team, 2 other team, 3 other organisation
    other  TEXT NOT NULL DEFAULT '',                     -- the text of a term that asks for one
    answer INTEGER,                                      -- the answer it was made in
    time   INTEGER NOT NULL
);
CREATE INDEX coding_target ON coding(target, facet, stage, coder);
CREATE INDEX coding_term ON coding(term);

-- What lists, charts and exports show of the layers: resolved, else the lead coder's, else live, else what there is.
-- Derived from coding by the triggers below; not journaled.
CREATE TABLE adopted(
    target INTEGER NOT NULL,
    facet  INTEGER NOT NULL,
    term   INTEGER NOT NULL,
    main   INTEGER NOT NULL,
    pair   INTEGER NOT NULL,
    team   INTEGER NOT NULL,
    other  TEXT NOT NULL,
    PRIMARY KEY(target, facet, term)
) WITHOUT ROWID;

CREATE TRIGGER coding_adopt_insert AFTER INSERT ON coding BEGIN
    DELETE FROM adopted WHERE target = NEW.target AND facet = NEW.facet;
    INSERT OR IGNORE INTO adopted(target, facet, term, main, pair, team, other)
    SELECT target, facet, term, main, pair, team, other FROM coding
    WHERE target = NEW.target AND facet = NEW.facet AND term IS NOT NULL AND (coder, stage) = (
        SELECT coding.coder, coding.stage FROM coding LEFT JOIN coder ON coder.id = coding.coder
        WHERE coding.target = NEW.target AND coding.facet = NEW.facet
        ORDER BY coding.stage = 3 DESC, coder.is_lead DESC, CASE WHEN coder.is_lead THEN -coding.stage ELSE coding.stage END,
                 coding.coder LIMIT 1);
END;
CREATE TRIGGER coding_adopt_delete AFTER DELETE ON coding BEGIN
    DELETE FROM adopted WHERE target = OLD.target AND facet = OLD.facet;
    INSERT OR IGNORE INTO adopted(target, facet, term, main, pair, team, other)
    SELECT target, facet, term, main, pair, team, other FROM coding
    WHERE target = OLD.target AND facet = OLD.facet AND term IS NOT NULL AND (coder, stage) = (
        SELECT coding.coder, coding.stage FROM coding LEFT JOIN coder ON coder.id = coding.coder
        WHERE coding.target = OLD.target AND coding.facet = OLD.facet
        ORDER BY coding.stage = 3 DESC, coder.is_lead DESC, CASE WHEN coder.is_lead THEN -coding.stage ELSE coding.stage END,
                 coding.coder LIMIT 1);
END;
-- Another lead coder changes which layer is adopted everywhere.
CREATE TRIGGER coder_adopt AFTER UPDATE OF is_lead ON coder WHEN OLD.is_lead <> NEW.is_lead BEGIN
    DELETE FROM adopted;
    INSERT OR IGNORE INTO adopted(target, facet, term, main, pair, team, other)
    SELECT coding.target, coding.facet, coding.term, coding.main, coding.pair, coding.team, coding.other
    FROM coding JOIN (
        SELECT coding.id AS id, coding.coder AS best_coder, coding.stage AS best_stage, row_number() OVER (
                   PARTITION BY coding.target, coding.facet
                   ORDER BY coding.stage = 3 DESC, coder.is_lead DESC,
                            CASE WHEN coder.is_lead THEN -coding.stage ELSE coding.stage END, coding.coder) AS place,
               coding.target AS target, coding.facet AS facet
        FROM coding LEFT JOIN coder ON coder.id = coding.coder) AS best
        ON best.place = 1 AND coding.target = best.target AND coding.facet = best.facet
       AND coding.coder = best.best_coder AND coding.stage = best.best_stage
    WHERE coding.term IS NOT NULL;
END;

CREATE TABLE transcript(
    id         INTEGER PRIMARY KEY NOT NULL,
    interview  INTEGER NOT NULL REFERENCES interview(id),
    title      TEXT NOT NULL DEFAULT '',
    created    INTEGER NOT NULL,
    deleted_at INTEGER,
    revision   INTEGER,
    changed_by INTEGER,
    text       TEXT NOT NULL
);
CREATE INDEX transcript_interview ON transcript(interview);

-- A stretch of a text source, in Unicode code points.
CREATE TABLE excerpt(
    id          INTEGER PRIMARY KEY NOT NULL,
    source_kind TEXT NOT NULL,                           -- answer, note, transcript, spoken
    source      INTEGER,                                 -- the row of that kind
    start       INTEGER,
    end         INTEGER,
    quote       TEXT NOT NULL,
    time        INTEGER,
    speaker     INTEGER REFERENCES participant(id),
    created     INTEGER NOT NULL
);
CREATE INDEX excerpt_source ON excerpt(source);

CREATE TABLE evidence(
    id        INTEGER PRIMARY KEY NOT NULL,
    target    INTEGER NOT NULL,                          -- example or gap
    excerpt   INTEGER NOT NULL REFERENCES excerpt(id),
    relation  TEXT NOT NULL,                             -- supports, contradicts, interviewer
    coder     INTEGER,
    created   INTEGER NOT NULL
);
CREATE INDEX evidence_target ON evidence(target);
CREATE INDEX evidence_excerpt ON evidence(excerpt);

-- Moments of an interview to come back to.
CREATE TABLE mark(
    id        INTEGER PRIMARY KEY NOT NULL,
    interview INTEGER NOT NULL REFERENCES interview(id),
    kind      TEXT NOT NULL,                             -- star, quote, passage, time, back
    question  TEXT NOT NULL DEFAULT '',
    instances TEXT NOT NULL DEFAULT '',
    note      TEXT NOT NULL DEFAULT '',
    done      INTEGER NOT NULL DEFAULT 0,
    time      INTEGER NOT NULL
);
CREATE INDEX mark_interview ON mark(interview);

CREATE TABLE memo(
    id         INTEGER PRIMARY KEY NOT NULL,
    target     INTEGER NOT NULL,
    text       TEXT NOT NULL,
    coder      INTEGER NOT NULL REFERENCES coder(id),
    created    INTEGER NOT NULL,
    updated    INTEGER NOT NULL,
    revision   INTEGER,
    changed_by INTEGER
);
CREATE INDEX memo_target ON memo(target);

-- Removed for good: no merge or import brings such a row back.
CREATE TABLE tombstone(
    id        INTEGER PRIMARY KEY NOT NULL,
    tbl       TEXT NOT NULL,
    row       INTEGER NOT NULL,
    time      INTEGER NOT NULL,
    coder     INTEGER
);
CREATE INDEX tombstone_row ON tombstone(row);

-- What a merge accepted from another study: the base that tells "changed on both sides" at the next.
CREATE TABLE merge_base(
    id      INTEGER PRIMARY KEY NOT NULL,
    partner TEXT NOT NULL,
    tbl     TEXT NOT NULL,
    row     INTEGER NOT NULL,
    content TEXT NOT NULL,
    time    INTEGER NOT NULL
);
CREATE INDEX merge_base_row ON merge_base(row);

-- When what was exported, about whom.
CREATE TABLE export_log(
    id           INTEGER PRIMARY KEY NOT NULL,
    time         INTEGER NOT NULL,
    coder        INTEGER,
    format       TEXT NOT NULL,
    path         TEXT NOT NULL,
    participants TEXT NOT NULL
);

-- Where an interview stands; not journaled.
CREATE TABLE position(
    interview INTEGER PRIMARY KEY NOT NULL,
    question  TEXT NOT NULL,
    instances TEXT NOT NULL DEFAULT '',
    caret     INTEGER NOT NULL DEFAULT 0,
    updated   INTEGER NOT NULL
);

-- Paradata: append-only, untouched by undo. One wall clock anchor per session, then monotonic offsets.
CREATE TABLE paradata_session(
    id        INTEGER PRIMARY KEY NOT NULL,
    interview INTEGER NOT NULL,
    coder     INTEGER,
    anchor    INTEGER NOT NULL,
    program   TEXT NOT NULL
);
CREATE TABLE paradata(
    id        INTEGER PRIMARY KEY NOT NULL,
    session   INTEGER NOT NULL,
    offset_ms INTEGER NOT NULL,
    event     TEXT NOT NULL,
    question  TEXT NOT NULL DEFAULT '',
    instances TEXT NOT NULL DEFAULT '',
    detail    TEXT NOT NULL DEFAULT ''
);
CREATE INDEX paradata_session_events ON paradata(session, offset_ms);
CREATE TRIGGER paradata_no_update BEFORE UPDATE ON paradata BEGIN
    SELECT raise(ABORT, 'paradata is append-only');
END;
CREATE TRIGGER paradata_no_delete BEFORE DELETE ON paradata
WHEN NOT EXISTS (SELECT 1 FROM meta WHERE key = 'erasing') BEGIN
    SELECT raise(ABORT, 'paradata is append-only');
END;

-- One row per user action. state: 0 done, 1 undone, 2 undone and cut off by a later action.
-- kind: 0 edit, 1 batch mark (undo sets deleted_at of the rows of the batch), 2 barrier (cannot be undone).
CREATE TABLE journal(
    id             INTEGER PRIMARY KEY NOT NULL,
    time           INTEGER NOT NULL,
    coder          INTEGER,
    label          TEXT NOT NULL,
    place          TEXT NOT NULL DEFAULT '',
    kind           INTEGER NOT NULL DEFAULT 0,
    state          INTEGER NOT NULL DEFAULT 0,
    visit          TEXT NOT NULL DEFAULT '',             -- saves of one visit to one field share an entry
    installation   TEXT NOT NULL DEFAULT '',
    schema_version INTEGER NOT NULL
);
CREATE INDEX journal_state ON journal(state, id);
CREATE TABLE journal_chunk(
    entry     INTEGER NOT NULL,
    number    INTEGER NOT NULL,
    changeset BLOB NOT NULL,
    PRIMARY KEY(entry, number)
) WITHOUT ROWID;
CREATE TABLE journal_row(
    row   INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    tbl   TEXT NOT NULL,
    PRIMARY KEY(row, entry)
) WITHOUT ROWID;
CREATE INDEX journal_row_entry ON journal_row(entry);

-- Full-text search: one row per example, gap, answer, practice, evidence quote and transcript, under that row's id.
CREATE VIRTUAL TABLE search USING fts5(text, content='', prefix='2 3', tokenize="unicode61 remove_diacritics 2");

CREATE TRIGGER example_search_insert AFTER INSERT ON example BEGIN
    INSERT INTO search(rowid, text) VALUES (NEW.id, NEW.title || char(10) || NEW.counted_on || char(10) || NEW.turned_out
        || char(10) || NEW.led_to || char(10) || NEW.feared || char(10) || NEW.story || char(10) || NEW.timeline);
END;
CREATE TRIGGER example_search_update
AFTER UPDATE OF title, counted_on, turned_out, led_to, feared, story, timeline ON example BEGIN
    INSERT INTO search(search, rowid, text) VALUES ('delete', OLD.id, OLD.title || char(10) || OLD.counted_on || char(10)
        || OLD.turned_out || char(10) || OLD.led_to || char(10) || OLD.feared || char(10) || OLD.story || char(10)
        || OLD.timeline);
    INSERT INTO search(rowid, text) VALUES (NEW.id, NEW.title || char(10) || NEW.counted_on || char(10) || NEW.turned_out
        || char(10) || NEW.led_to || char(10) || NEW.feared || char(10) || NEW.story || char(10) || NEW.timeline);
END;
CREATE TRIGGER example_search_delete AFTER DELETE ON example BEGIN
    INSERT INTO search(search, rowid, text) VALUES ('delete', OLD.id, OLD.title || char(10) || OLD.counted_on || char(10)
        || OLD.turned_out || char(10) || OLD.led_to || char(10) || OLD.feared || char(10) || OLD.story || char(10)
        || OLD.timeline);
END;
CREATE TRIGGER gap_search_insert AFTER INSERT ON gap BEGIN
    INSERT INTO search(rowid, text) VALUES (NEW.id, NEW.information);
END;
CREATE TRIGGER gap_search_update AFTER UPDATE OF information ON gap BEGIN
    INSERT INTO search(search, rowid, text) VALUES ('delete', OLD.id, OLD.information);
    INSERT INTO search(rowid, text) VALUES (NEW.id, NEW.information);
END;
CREATE TRIGGER gap_search_delete AFTER DELETE ON gap BEGIN
    INSERT INTO search(search, rowid, text) VALUES ('delete', OLD.id, OLD.information);
END;
CREATE TRIGGER practice_search_insert AFTER INSERT ON practice BEGIN
    INSERT INTO search(rowid, text) VALUES (NEW.id, NEW.story);
END;
CREATE TRIGGER practice_search_update AFTER UPDATE OF story ON practice BEGIN
    INSERT INTO search(search, rowid, text) VALUES ('delete', OLD.id, OLD.story);
    INSERT INTO search(rowid, text) VALUES (NEW.id, NEW.story);
END;
CREATE TRIGGER practice_search_delete AFTER DELETE ON practice BEGIN
    INSERT INTO search(search, rowid, text) VALUES ('delete', OLD.id, OLD.story);
END;
CREATE TRIGGER transcript_search_insert AFTER INSERT ON transcript BEGIN
    INSERT INTO search(rowid, text) VALUES (NEW.id, NEW.text);
END;
CREATE TRIGGER transcript_search_update AFTER UPDATE OF text ON transcript BEGIN
    INSERT INTO search(search, rowid, text) VALUES ('delete', OLD.id, OLD.text);
    INSERT INTO search(rowid, text) VALUES (NEW.id, NEW.text);
END;
CREATE TRIGGER transcript_search_delete AFTER DELETE ON transcript BEGIN
    INSERT INTO search(search, rowid, text) VALUES ('delete', OLD.id, OLD.text);
END;
CREATE TRIGGER excerpt_search_insert AFTER INSERT ON excerpt BEGIN
    INSERT INTO search(rowid, text) VALUES (NEW.id, NEW.quote);
END;
CREATE TRIGGER excerpt_search_update AFTER UPDATE OF quote ON excerpt BEGIN
    INSERT INTO search(search, rowid, text) VALUES ('delete', OLD.id, OLD.quote);
    INSERT INTO search(rowid, text) VALUES (NEW.id, NEW.quote);
END;
CREATE TRIGGER excerpt_search_delete AFTER DELETE ON excerpt BEGIN
    INSERT INTO search(search, rowid, text) VALUES ('delete', OLD.id, OLD.quote);
END;
CREATE TRIGGER answer_search_insert AFTER INSERT ON answer BEGIN
    INSERT INTO search(rowid, text) VALUES (NEW.id, NEW.note || char(10) || coalesce(NEW.value, ''));
END;
CREATE TRIGGER answer_search_update AFTER UPDATE OF note, value ON answer BEGIN
    INSERT INTO search(search, rowid, text) VALUES ('delete', OLD.id, OLD.note || char(10) || coalesce(OLD.value, ''));
    INSERT INTO search(rowid, text) VALUES (NEW.id, NEW.note || char(10) || coalesce(NEW.value, ''));
END;
CREATE TRIGGER answer_search_delete AFTER DELETE ON answer BEGIN
    INSERT INTO search(search, rowid, text) VALUES ('delete', OLD.id, OLD.note || char(10) || coalesce(OLD.value, ''));
END;
