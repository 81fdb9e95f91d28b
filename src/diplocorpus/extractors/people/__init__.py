"""Who is named and spoken of: people with their titles, whose side they are on, and who a pronoun stands for."""
