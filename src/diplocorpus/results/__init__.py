"""What people make of records: so far, scores against gold annotations."""
