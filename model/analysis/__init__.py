"""What the facts of a diary mean: values in, values out; no clock, no file, no SQL, no picture.

days: what a day's entries say together. phases, progress, weeks, quality: before and now, region by
region. plan, planned, judgement: courses, what is due and done, when they can be judged. notices,
red_flags: what sources warn of, with the days. reach, start: what can be treated, in which order.
countdown: the timer. sentences, words, reasons: how all of it is said.

Windows, rules and formulas of the comparison follow the method note of the project (partial
improvement), whose rules stand beside the constants.
"""
