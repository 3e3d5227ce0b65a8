"""Gold questions in, figures out: how good the answers are."""
