"""The facts a diary holds, as frozen values: `errors`, `rules` (the base), `day`, `treatment`,
`person`, `kinds` (all of them in one table) and `snapshot` (a whole diary at once).

Import the module that holds what you need; this file imports nothing, so that the first window
does not pay for kinds it does not show.
"""
