-- Seamfinder study file, schema version 3: that the information sheet was read belongs to what is agreed to, and in an
-- interview with several participants each says so for themselves (as schema version 2 did for the rest).
ALTER TABLE interview ADD COLUMN informed TEXT;
ALTER TABLE interview_participant ADD COLUMN informed TEXT;
