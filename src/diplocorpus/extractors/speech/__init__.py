"""Who is reported to have said what: clauses, reporting cues, utterances, transcripts."""
