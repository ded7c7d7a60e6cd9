"""How facts are kept: one SQLite file, opened by `store` and by nothing else.

`preflight` and `lock` stand before the file, `tables` and `rows` give it its shape, `delta` is what
a write changes, `journal` remembers it for undo, `digests` notice what the disk loses, `merge` and
`gate` decide what may enter, `backup` and `migrations` keep old files alive.
"""
