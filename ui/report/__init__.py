"""The Doctor's report page: a preview that is the file."""
