"""The Progress page: what has changed per region; hosts the charts."""
