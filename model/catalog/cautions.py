"""What notices, red flags and the checklist say, and the numbers they turn on, with sources.

A rule that takes a number or a text from anywhere else has no source: a test looks for it.
"""

from dataclasses import dataclass

from model.text import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class Figure:
    """A number that a rule turns on; the source "drymap" says that it is our own convention."""

    value: int
    unit: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Listed:
    """Ids or names that belong together, in the order in which they are shown."""

    items: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True)
class CeilingSeen:
    """A highest current that a source names; shown beside the user's own, never set for him.

    is_default: sessions are compared with it while the user has set none. Which of the figures
    that is where sources disagree is a convention.
    """

    applicator: str  # key of model.catalog.applicators.APPLICATORS
    who: str  # key of PATIENTS
    current_ma: int
    sources: tuple[str, ...]
    is_default: bool = False


@dataclass(frozen=True)
class Caution:
    """A text that is shown when a rule says so; `kind` is a key of terms.NOTICES."""

    id: str
    kind: str
    text: str
    sources: tuple[str, ...]


PATIENTS: dict[str, str] = {
    "adult": QT_TRANSLATE_NOOP("Patients", "adults"),
    "child": QT_TRANSLATE_NOOP("Patients", "children"),
    "any": QT_TRANSLATE_NOOP("Patients", "age not stated"),
}

CEILINGS_SEEN: tuple[CeilingSeen, ...] = (
    CeilingSeen("hand_tray", "adult", 20, ("nhs_wpr26540",)),
    CeilingSeen("hand_tray", "child", 15, ("nhs_wpr26540",), is_default=True),
    CeilingSeen("hand_tray", "any", 15, ("wikipedia_de",), is_default=True),
    CeilingSeen("foot_tray", "adult", 20, ("nhs_wpr26540",)),
    CeilingSeen("foot_tray", "child", 15, ("nhs_wpr26540",), is_default=True),
    CeilingSeen("foot_tray", "any", 25, ("wikipedia_de",), is_default=True),
)
"""In mA. For every other applicator no reliable number was read: say so, borrow none."""

ADULT_FROM = Figure(18, "a", ("drymap",))
"""Years; the leaflet that tells adults and children apart (nhs_wpr26540) names no age."""

# ---- Sessions ------------------------------------------------------------------------------------

SHORTEST_SESSION = Figure(10, "min", ("hidrex_1994",))
SESSIONS_A_DAY = Figure(1, "/d", ("dermadry",))
SESSIONS_A_WEEK = Figure(5, "/wk", ("dermadry",))
WEEK = Figure(7, "d", ("drymap",))  # any seven days in a row, not the week of the calendar
STOPPED_FOR_PAIN = Listed(("pain", "skin"), ("drymap",))
"""Of terms.STOP_REASONS: nobody who stopped for these is told that the session was short."""
ALUMINIUM_DAYS = Figure(5, "d", ("drymap",))  # so many days are named, the latest ones

# ---- Reactions and the checklist -----------------------------------------------------------------

STOP_REACTIONS = Listed(("blister", "burn", "wound"), ("nhs_wpr26540", "hidrex_dp450"))
OPEN_SEVERITY = Figure(2, "{score}", ("drymap",))
ASK_AGAIN_MONTHS = Figure(6, "mo", ("drymap",))

# ---- Red flags: the signs are Walling's, how a diary counts them is our convention ---------------

ONSET_AFTER = Figure(25, "a", ("walling2011",))

DRENCHED = Listed(("drenched",), ("quigley",))  # of terms.NIGHT_SWEAT
NIGHTS = Figure(3, "d", ("drymap",))
NIGHTS_WITHIN = Figure(28, "d", ("drymap",))

SIDE_POINTS = Figure(3, "{score}", ("drymap",))
SIDE_WITHIN = Figure(28, "d", ("drymap",))  # compared with as many days before them
SIDE_RATED = Figure(10, "d", ("drymap",))  # days on which both sides were rated, in each window
SIDE_TREATED_WITHIN = Figure(60, "d", ("drymap",))
SIDE_TREATED_TIMES = Figure(2, "1", ("drymap",))  # more than so many times as often
LASTING = Listed(
    ("botulinum_toxin", "microwave", "sympathectomy"), ("lowe2007", "fda_oub", "compensatory")
)
"""Of CO_TREATMENTS: what may still explain a difference long after it was done."""

SPREAD_POINTS = Figure(2, "{score}", ("drymap",))
SPREAD_WITHIN = Figure(14, "d", ("drymap",))
SPREAD_BEFORE = Figure(28, "d", ("drymap",))
SPREAD_RATED = Figure(5, "d", ("drymap",))
SPREAD_GROUPS = Figure(4, "1", ("drymap",))  # of regions.GROUPS, the trunk among them
HOT = Listed(("hot",), ("triggers",))
"""Of terms.HEAT: days left out of the comparison, for heat is a trigger everywhere."""

EPISODE_GAP = Figure(28, "d", ("drymap",))
"""A flag that comes back within so many days is the same one and is not shown anew."""

SWEAT_DRUGS = Listed(
    (
        QT_TRANSLATE_NOOP("Drug", "opioids"),
        QT_TRANSLATE_NOOP("Drug", "oestrogens"),
        QT_TRANSLATE_NOOP("Drug", "cholinesterase inhibitors"),
        QT_TRANSLATE_NOOP("Drug", "SSRI antidepressants"),
        QT_TRANSLATE_NOOP("Drug", "venlafaxine"),
        QT_TRANSLATE_NOOP("Drug", "duloxetine"),
        QT_TRANSLATE_NOOP("Drug", "tricyclic antidepressants"),
        QT_TRANSLATE_NOOP("Drug", "trazodone"),
        QT_TRANSLATE_NOOP("Drug", "mirtazapine"),
        QT_TRANSLATE_NOOP("Drug", "pilocarpine"),
        QT_TRANSLATE_NOOP("Drug", "propranolol"),
        QT_TRANSLATE_NOOP("Drug", "ciprofloxacin"),
        QT_TRANSLATE_NOOP("Drug", "aciclovir"),
        QT_TRANSLATE_NOOP("Drug", "esomeprazole"),
        QT_TRANSLATE_NOOP("Drug", "goserelin"),
    ),
    ("drug_list",),
)

EMERGENCY = Caution(
    "emergency",
    "red_flag",
    QT_TRANSLATE_NOOP(
        "Caution",
        "Heavy sweating with pain in the chest, jaw or arm, dizziness, cold skin or a racing pulse"
        " is an emergency: get medical help at once.",
    ),
    ("mayo_text",),
)

CAUTIONS: dict[str, Caution] = {
    item.id: item
    for item in (
        EMERGENCY,
        Caution(
            "ceiling",
            "ceiling",
            QT_TRANSLATE_NOOP(
                "Caution",
                "The current reached {current_ma:g} mA on {day}; your own ceiling for {applicator}"
                " is {ceiling_ma:g} mA.",
            ),
            ("drymap",),
        ),
        Caution(  # shown with the source of the figure itself, out of CEILINGS_SEEN
            "ceiling_seen",
            "ceiling",
            QT_TRANSLATE_NOOP(
                "Caution",
                "The current reached {current_ma:g} mA on {day}. You have set no ceiling for"
                " {applicator}; {ceiling_ma:g} mA is the highest current that one source names"
                " ({who}).",
            ),
            ("nhs_wpr26540", "wikipedia_de"),
        ),
        Caution(
            "short_session",
            "short_session",
            QT_TRANSLATE_NOOP(
                "Caution",
                "The session of {day} took {minutes:g} minutes. In a study that a maker (Hidrex)"
                " sums up, {least} minutes worked as well as 30, and fewer did not work.",
            ),
            ("hidrex_1994",),
        ),
        Caution(
            "day",
            "too_often",
            QT_TRANSLATE_NOOP(
                "Caution",
                "The same region was treated {count} times on {day}. Sources disagree: one maker"
                " (Dermadry) says never more than {most} a day; a text on a battery unit (Drionic)"
                " names up to two.",
            ),
            ("dermadry", "no_ets", "drymap"),
        ),
        Caution(
            "week",
            "too_often",
            QT_TRANSLATE_NOOP(
                "Caution",
                "The same region was treated {count} times in the {days} days up to {day}. Sources"
                " disagree: one maker (Dermadry) says never more than {most} a week; German"
                " authors begin with one session a day.",
            ),
            ("dermadry", "hautarzt2012", "drymap"),
        ),
        Caution(
            "aluminium",
            "aluminium",
            QT_TRANSLATE_NOOP(
                "Caution",
                "Aluminium chloride was in use on a treated region on days of sessions. Such days"
                " up to {day}: {count}; at most the latest {shown} are named. Sources disagree: one"
                " says that it hinders iontophoresis, another that the two can be combined.",
            ),
            ("hidrex_1994", "pariser2014", *ALUMINIUM_DAYS.sources),
        ),
        Caution(
            "skin_reaction",
            "skin_reaction",
            QT_TRANSLATE_NOOP(
                "Caution",
                "Noted for {day}: {reaction}. Stop treating this place, and ask your doctor or"
                " clinic before the next session.",
            ),
            STOP_REACTIONS.sources,
        ),
        Caution(
            "reaction_open",
            "reaction_open",
            QT_TRANSLATE_NOOP(
                "Caution",
                "Still open since {day}: {reaction}, severity {severity} of 3. Please show it to"
                " your doctor or clinic, or note the day on which it was gone.",
            ),
            OPEN_SEVERITY.sources,
        ),
        Caution(
            "onset",
            "red_flag",
            QT_TRANSLATE_NOOP(
                "Caution",
                "It began at the age of {age}. In a study of 415 charts, sweating with another"
                " condition behind it began after {limit} far more often. Please show this to a"
                " doctor.",
            ),
            ONSET_AFTER.sources,
        ),
        Caution(
            "nights",
            "red_flag",
            QT_TRANSLATE_NOOP(
                "Caution",
                "{count} drenching nights were noted from {first} to {last}. In a study of 415"
                " charts, sweating with another condition behind it came at night far more often."
                " Please show this to a doctor.",
            ),
            ("walling2011", "gponline", "gponline_nights", "drymap"),
        ),
        Caution(
            "one_sided",
            "red_flag",
            QT_TRANSLATE_NOOP(
                "Caution",
                "On {count} of {rated} days from {first} to {last}, the rating of {wetter} was at"
                " least {points} points above that of {drier}; before that it was not. No"
                " treatment of one side is noted that would explain it. Please show this to a"
                " doctor.",
            ),
            ("walling2011", "drymap"),
        ),
        Caution(
            "generalised",
            "red_flag",
            QT_TRANSLATE_NOOP(
                "Caution",
                "From {first} to {last}, {count} parts of the body, the trunk among them, were"
                " rated at least {points} points higher than in the {days} days before. Please"
                " show this to a doctor.",
            ),
            ("walling2011", "drymap"),
        ),
        Caution(
            "ask_before",
            "contraindication",
            QT_TRANSLATE_NOOP(
                "Caution", "Ask your doctor before the next session. Drymap cannot clear this."
            ),
            ("nhs_wpr26540", "nhs_newcastle", "hidrex_dp450", "saalmann_faq", "fischer"),
        ),
        Caution(
            "checklist_never",
            "checklist",
            QT_TRANSLATE_NOOP("Caution", "The checklist has not been answered yet."),
            ("drymap",),
        ),
        Caution(
            "checklist_incomplete",
            "checklist",
            QT_TRANSLATE_NOOP("Caution", "Some questions of the checklist have no answer yet."),
            ("drymap",),
        ),
        Caution(
            "checklist_applicator",
            "checklist",
            QT_TRANSLATE_NOOP(
                "Caution",
                "Your applicators changed on {changed}, after the answers of {asked}: please go"
                " through the checklist again.",
            ),
            ("drymap",),
        ),
        Caution(
            "checklist_months",
            "checklist",
            QT_TRANSLATE_NOOP(
                "Caution",
                "The oldest answer is of {asked}, {months} months ago or more: please go through"
                " the checklist again.",
            ),
            ASK_AGAIN_MONTHS.sources,
        ),
    )
}


def ceilings_seen(applicator: str) -> tuple[CeilingSeen, ...]:
    """Return the highest currents that sources name for an applicator; () where none was read."""
    return tuple(seen for seen in CEILINGS_SEEN if seen.applicator == applicator)
