"""Who is bound to what, how strongly and until when."""
