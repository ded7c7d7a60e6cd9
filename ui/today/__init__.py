"""The Today page: the body map and the ratings of one day."""
