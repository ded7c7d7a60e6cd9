"""What the facts of a diary mean: values in, values out; no clock, no file, no SQL, no picture.

days: what a day's entries say together. phases: the windows that are compared. estimate, nap,
adjusted, smooth, student: formulas. measures, surroundings, progress: what they make of each
region. skin: which regions count. verdicts, headline, sureness, reasons, words: how that is said.
together, scores, quality: of the whole diary. wear_off, epochs, settings, doses, weeks: over time.
planning, start, reach: before treatment. plan, planned, judgement: courses. notices, red_flags:
what sources warn of. countdown: the timer. sentences: how anything is said.

Windows, rules and formulas of the comparison follow the method note of the project (partial
improvement), whose rules stand beside the constants; docs/measuring.md says them to users.
"""
