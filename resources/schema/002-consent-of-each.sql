-- Seamfinder study file, schema version 2: in an interview with several participants each agrees for themselves.
--
-- The columns of `interview` go on saying what holds for the interview: with one participant what they said, with several
-- the narrowest of what these columns say (core/catalogue/Consent.h). With one participant these are NULL.
ALTER TABLE interview_participant ADD COLUMN takes_part TEXT;
ALTER TABLE interview_participant ADD COLUMN consent_how TEXT;
ALTER TABLE interview_participant ADD COLUMN may_record TEXT;
ALTER TABLE interview_participant ADD COLUMN quotes TEXT;
ALTER TABLE interview_participant ADD COLUMN notes_access TEXT;
ALTER TABLE interview_participant ADD COLUMN contact_again TEXT;

-- Until now one consent held for all of them.
UPDATE interview_participant SET (takes_part, consent_how, may_record, quotes, notes_access, contact_again) = (
    SELECT takes_part, consent_how, may_record, quotes, notes_access, contact_again
    FROM interview WHERE interview.id = interview_participant.interview)
WHERE interview IN (SELECT interview FROM interview_participant GROUP BY interview HAVING count(*) > 1);
