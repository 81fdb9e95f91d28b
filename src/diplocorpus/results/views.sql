-- Questions that people bring, one a view. Lists are unnested, so that a row has one party.

-- What does a party say that it will do, and what is it only ready to do?
-- SELECT * FROM bound WHERE party = 'TJK' AND strength >= 'ready'
CREATE VIEW bound AS
SELECT committer.party, c.* FROM commitments c, unnest(c.committers) AS committer(party);

-- Which pledges name a sum, a number, a date or a project?
CREATE VIEW specific_pledges AS
SELECT * FROM bound WHERE specific AND strength >= 'ready' AND polarity = 'positive';

-- How many contacts at the highest level with a party in a year, by phone or in person?
-- SELECT kind, count(*) FROM contacts WHERE party = 'UZB' AND counterpart = 'CHN' AND year = '2024' AND level = 'head_of_state' GROUP BY kind
-- A contact is there once, however many documents report it; meeting_reports leads to these.
CREATE VIEW contacts AS
SELECT one.party, other.party AS counterpart, m.kind, m.kind NOT IN ('phone_call', 'video_call', 'correspondence') AS in_person,
       m.level, m.date, CASE WHEN m.date NOT LIKE '-%' THEN left(m.date, 4) END AS year, m.place,
       m.publishers, m.sources, m.id AS merged_meeting_id
FROM merged_meetings m, unnest(m.parties) AS one(party), unnest(m.parties) AS other(party)
WHERE one.party <> other.party;

-- Who is the speaker where a framework is named?
CREATE VIEW framework_mentions AS
SELECT f.framework, f.broader, a.speaker, a.party, f.span_start, f.document_date, f.publisher, f.publisher_party, f.document_id, f.id
FROM frameworks f
LEFT JOIN (
    SELECT document_id, speaker, party, unnest(content_start) AS content_start, unnest(content_end) AS content_end FROM attributions
) a ON a.document_id = f.document_id AND a.content_start <= f.span_start AND f.span_start < a.content_end;

-- Who raised a framework first in a document?
-- SELECT * FROM framework_raised WHERE framework = 'SCO'
CREATE VIEW framework_raised AS
SELECT framework, document_id, document_date, publisher, arg_min(speaker, span_start) AS speaker, arg_min(party, span_start) AS party
FROM framework_mentions WHERE party IS NOT NULL
GROUP BY framework, document_id, document_date, publisher;

-- When did a framework first appear in each party's own texts?
-- SELECT * FROM framework_first_seen WHERE framework = 'GGI'
CREATE VIEW framework_first_seen AS
SELECT framework, publisher_party, min(document_date) AS first_seen, max(document_date) AS last_seen, count(DISTINCT document_id) AS documents
FROM frameworks WHERE publisher_party IS NOT NULL AND document_date NOT LIKE '-%'
GROUP BY framework, publisher_party;

-- Who speaks of reunification, by all efforts or not, peaceful or not, when, and in whose text?
-- SELECT * FROM reunification WHERE holder IN ('KAZ', 'KGZ', 'TJK', 'TKM', 'UZB') ORDER BY document_date
CREATE VIEW reunification AS
SELECT s.holder, s.document_date, c.kind = 'all_efforts_for_reunification' AS all_efforts, c.token_start IS NOT NULL AS peaceful,
       s.level, s.commits, s.own, s.speaker, s.publisher, s.document_id, s.id
FROM stances s JOIN clauses c ON c.document_id = s.document_id AND c.stance_id = s.id
WHERE c.kind IN ('all_efforts_for_reunification', 'reunification');

-- Did the texts of both sides speak of a matter after a contact?
-- A side whose text is not in the corpus, or is silent, is only not mentioned here: silence denies nothing.
CREATE VIEW matter_by_contact AS
SELECT c.party, c.counterpart, c.date, s.matter,
       bool_or(s.publisher_party = c.party) AS in_text_of_party, bool_or(s.publisher_party = c.counterpart) AS in_text_of_counterpart,
       list(DISTINCT s.document_id) AS documents
FROM contacts c JOIN meeting_reports r USING (merged_meeting_id)
JOIN stances s ON s.document_id = r.document_id AND coalesce(s.meeting_id, r.meeting_id) = r.meeting_id
WHERE c.party < c.counterpart
GROUP BY c.merged_meeting_id, c.party, c.counterpart, c.date, s.matter;
