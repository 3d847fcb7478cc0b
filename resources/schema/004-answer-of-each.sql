-- Seamfinder study file, schema version 4: in an interview with several participants each may answer a question in their
-- own words, so that there is one answer for each of them who did. An answer without a speaker is the first one's.
DROP INDEX answer_question;
CREATE UNIQUE INDEX answer_question ON answer(interview, question, instances, speaker);
