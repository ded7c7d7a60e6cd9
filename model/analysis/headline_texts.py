"""The texts of the headline; `model.analysis.headline` says which of them hold."""

from __future__ import annotations

from model.text import QT_TRANSLATE_NOOP

ONLY_TREATED = QT_TRANSLATE_NOOP("Headline", "The treated region")
ONLY_COMPARED = QT_TRANSLATE_NOOP("Headline", "The one treated region that can be compared")
BEFORE = QT_TRANSLATE_NOOP("Headline", "before treatment")
IN_BASELINE = QT_TRANSLATE_NOOP("Headline", "in the baseline")
ONLY_LESS = QT_TRANSLATE_NOOP("Headline", "{subject} sweats less than {before}.")
ONLY_LESS_BY = QT_TRANSLATE_NOOP(
    "Headline", "{subject} sweats less than {before}: {region}, {amount} % less."
)
ONLY_LESS_POINTS = QT_TRANSLATE_NOOP(
    "Headline", "{subject} sweats less than {before}: {region}, {amount:.1f} points of 10 less."
)
ONLY_MORE = QT_TRANSLATE_NOOP("Headline", "{subject} sweats more than {before}.")
ONLY_MORE_BY = QT_TRANSLATE_NOOP(
    "Headline", "{subject} sweats more than {before}: {region}, {amount} % more."
)
ONLY_MORE_POINTS = QT_TRANSLATE_NOOP(
    "Headline", "{subject} sweats more than {before}: {region}, {amount:.1f} points of 10 more."
)
ONLY_UNCLEAR = QT_TRANSLATE_NOOP(
    "Headline", "{subject} shows less sweating, but not clearly enough to rule out chance."
)
ONLY_NOT = QT_TRANSLATE_NOOP("Headline", "{subject} does not clearly sweat less than {before}.")
ONE_LESS = QT_TRANSLATE_NOOP("Headline", "1 of {all} treated regions sweats less than {before}.")
ONE_LESS_BY = QT_TRANSLATE_NOOP(
    "Headline", "1 of {all} treated regions sweats less than {before}: {region}, {amount} % less."
)
ONE_LESS_POINTS = QT_TRANSLATE_NOOP(
    "Headline",
    "1 of {all} treated regions sweats less than {before}: {region}, {amount:.1f} points of 10"
    " less.",
)
SOME_LESS = QT_TRANSLATE_NOOP(
    "Headline", "{count} of {all} treated regions sweat less than {before}."
)
NONE_LESS = QT_TRANSLATE_NOOP(
    "Headline", "None of {all} treated regions clearly sweats less than {before}."
)
SO_FAR = QT_TRANSLATE_NOOP("Headline", "So far: {headline}")
PROVISIONAL = QT_TRANSLATE_NOOP("Headline", "Provisional: {headline}")
UNCLEAR_ONE = QT_TRANSLATE_NOOP(
    "Headline", "1 shows less sweating, but not clearly enough to be counted."
)
UNCLEAR = QT_TRANSLATE_NOOP(
    "Headline", "{count} show less sweating, but not clearly enough to be counted."
)
UNCLEAR_MORE_ONE = QT_TRANSLATE_NOOP(
    "Headline", "1 more shows less sweating, but not clearly enough to be counted."
)
UNCLEAR_MORE = QT_TRANSLATE_NOOP(
    "Headline", "{count} more show less sweating, but not clearly enough to be counted."
)
REST_ONE = QT_TRANSLATE_NOOP("Headline", "1 more treated region cannot be compared yet.")
REST = QT_TRANSLATE_NOOP("Headline", "{count} more treated regions cannot be compared yet.")
WORSE_ONE = QT_TRANSLATE_NOOP("Headline", "1 treated region sweats more.")
WORSE = QT_TRANSLATE_NOOP("Headline", "{count} treated regions sweat more.")
BEST = QT_TRANSLATE_NOOP("Headline", "Largest fall: {region}, {amount} % less sweating.")
BEST_POINTS = QT_TRANSLATE_NOOP(
    "Headline", "Largest fall: {region}, {amount:.1f} points of 10 less sweating."
)
BEST_COUNTED = QT_TRANSLATE_NOOP(
    "Headline", "Largest fall of those counted: {region}, {amount} % less sweating."
)
BEST_COUNTED_POINTS = QT_TRANSLATE_NOOP(
    "Headline", "Largest fall of those counted: {region}, {amount:.1f} points of 10 less sweating."
)
BEST_IN_PERCENT = QT_TRANSLATE_NOOP(
    "Headline", "Largest fall in percent of those counted: {region}, {amount} % less sweating."
)
IT_MATTERS = QT_TRANSLATE_NOOP("Headline", "It is the one that bothers most.")
MATTERS = QT_TRANSLATE_NOOP(
    "Headline", "The one that bothers most, {region}: {amount} % less sweating."
)
MATTERS_POINTS = QT_TRANSLATE_NOOP(
    "Headline", "The one that bothers most, {region}: {amount:.1f} points of 10 less sweating."
)
MATTERS_UNCLEAR = QT_TRANSLATE_NOOP(
    "Headline",
    "The one that bothers most, {region}: {amount} % less sweating, but not clearly enough to be"
    " counted.",
)
MATTERS_UNCLEAR_POINTS = QT_TRANSLATE_NOOP(
    "Headline",
    "The one that bothers most, {region}: {amount:.1f} points of 10 less sweating, but not clearly"
    " enough to be counted.",
)
MATTERS_MORE = QT_TRANSLATE_NOOP(
    "Headline", "The one that bothers most, {region}: {amount} % more sweating."
)
MATTERS_MORE_POINTS = QT_TRANSLATE_NOOP(
    "Headline", "The one that bothers most, {region}: {amount:.1f} points of 10 more sweating."
)
MATTERS_OPEN = QT_TRANSLATE_NOOP(
    "Headline", "The one that bothers most, {region}: no clear change."
)
ALL_STAYED_ONE = QT_TRANSLATE_NOOP("Headline", "The untreated region did not change clearly.")
ALL_STAYED = QT_TRANSLATE_NOOP("Headline", "The {count} untreated regions did not change clearly.")
IT_FELL_TOO = QT_TRANSLATE_NOOP("Headline", "The untreated region sweats less as well.")
IT_FELL = QT_TRANSLATE_NOOP("Headline", "The untreated region sweats less.")
FELL_TOO_ONE = QT_TRANSLATE_NOOP("Headline", "1 of {all} untreated regions sweats less as well.")
FELL_ONE = QT_TRANSLATE_NOOP("Headline", "1 of {all} untreated regions sweats less.")
FELL_TOO = QT_TRANSLATE_NOOP("Headline", "{count} of {all} untreated regions sweat less as well.")
FELL = QT_TRANSLATE_NOOP("Headline", "{count} of {all} untreated regions sweat less.")
IT_ROSE = QT_TRANSLATE_NOOP("Headline", "The untreated region sweats more.")
ROSE_ONE = QT_TRANSLATE_NOOP("Headline", "1 of {all} untreated regions sweats more.")
ROSE = QT_TRANSLATE_NOOP("Headline", "{count} of {all} untreated regions sweat more.")
PART = QT_TRANSLATE_NOOP(
    "Headline", "1 more treated region lies within a counted one and is not counted again."
)
PARTS = QT_TRANSLATE_NOOP(
    "Headline",
    "{count} more treated regions lie within counted ones and are not counted again.",
)
AND_MORE = QT_TRANSLATE_NOOP("Headline", "{first} {others}")
