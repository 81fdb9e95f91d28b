"""Who met whom, when, where and how: from the words for an encounter to the record of a meeting."""
