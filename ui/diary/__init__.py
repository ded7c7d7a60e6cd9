"""The Diary page: where the file is, export, import, backups, settings."""
