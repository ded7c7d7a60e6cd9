"""Small parts of the screen that two pages share."""
