"""What exists: regions, applicators, scales, schedules and vocabularies. Ids are for ever.

Import the module that holds what you need; this file imports nothing, so that a window that
only needs the regions does not pay for the schedules.
"""
