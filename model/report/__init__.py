"""The doctor's page: what it says (`content`), what may be chosen (`options`, `languages`), and
the page itself (`layout` with the template `page.typ`), which saves it and shows the same page.

Nothing is imported here: `layout` loads matplotlib, the options do not.
"""
