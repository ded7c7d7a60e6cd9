"""Schedules, co-treatments and contraindications, as sources state them; nothing here is advice."""

from dataclasses import dataclass

from model.text import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class Schedule:
    """A published rhythm of sessions; the patient may edit a copy of it."""

    id: str
    name: str
    days: tuple[int, ...]  # days of the induction, day 1 = first session; empty = no fixed days
    per_week: tuple[int, int]  # fewest and most sessions a week; (0, 0) = by days
    sessions: tuple[int, int]  # fewest and most sessions of the induction; (0, 0) = until dry
    maintenance: str
    sources: tuple[str, ...]


SCHEDULES: dict[str, Schedule] = {
    item.id: item
    for item in (
        Schedule(
            "uk_7",
            QT_TRANSLATE_NOOP("Schedule", "UK, 7 sessions"),
            (1, 2, 4, 7, 10, 15, 22),
            (0, 0),
            (7, 7),
            QT_TRANSLATE_NOOP("Schedule", "one as soon as clammy: twice a week to monthly"),
            ("idrostar",),
        ),
        Schedule(
            "mwf_4_weeks",
            QT_TRANSLATE_NOOP(
                "Schedule", "every other day, 3 a week for 4 weeks (Monday, Wednesday, Friday)"
            ),
            (1, 3, 5, 8, 10, 12, 15, 17, 19, 22, 24, 26),
            (3, 3),
            (12, 12),
            QT_TRANSLATE_NOOP("Schedule", "continued as needed"),
            ("mwf4",),
        ),
        Schedule(
            "three_weekly_3_weeks",
            QT_TRANSLATE_NOOP("Schedule", "3 a week for 3 weeks"),
            (),
            (3, 3),
            (9, 9),
            QT_TRANSLATE_NOOP("Schedule", "with one's own device"),
            ("nhs_rotherham",),
        ),
        Schedule(
            "ten_in_2_weeks",
            QT_TRANSLATE_NOOP("Schedule", "10 in 2 weeks"),
            (),
            (5, 5),
            (10, 10),
            "",
            ("kim2017", "vural2022"),
        ),
        Schedule(
            "daily_until_dry",
            QT_TRANSLATE_NOOP("Schedule", "once a day until dry (German authors)"),
            (),
            (7, 7),
            (0, 0),
            QT_TRANSLATE_NOOP("Schedule", "about once a week"),
            ("hautarzt2012",),
        ),
        Schedule(
            "dermadry",
            QT_TRANSLATE_NOOP("Schedule", "3 to 5 a week until dry (Dermadry)"),
            (),
            (3, 5),
            (0, 0),
            QT_TRANSLATE_NOOP("Schedule", "fewer"),
            ("dermadry",),
        ),
        Schedule(
            "fischer",
            QT_TRANSLATE_NOOP("Schedule", "every 2 to 3 days, 5 to 10 sessions (Fischer)"),
            (),
            (2, 4),
            (5, 10),
            QT_TRANSLATE_NOOP("Schedule", "every 2 to 4 weeks in some"),
            ("fischer",),
        ),
        Schedule(
            "three_weekly_6_weeks",
            QT_TRANSLATE_NOOP("Schedule", "3 a week for 6 weeks (Akbar); 8 sessions (Karakoç)"),
            (),
            (3, 3),
            (8, 18),
            QT_TRANSLATE_NOOP("Schedule", "remission of about 35 days reported"),
            ("akbar2013", "karakoc2002"),
        ),
    )
}


@dataclass(frozen=True)
class CoTreatmentKind:
    """Another treatment that may change sweating; `systemic` acts on all regions.

    lasting: "ongoing" is used until it is ended, "one_day" is given on a day and wears off,
    "permanent" cannot be ended; `sources` stand for this too.
    """

    id: str
    name: str
    systemic: bool
    fact: str
    sources: tuple[str, ...]
    lasting: str = "ongoing"


CO_TREATMENTS: dict[str, CoTreatmentKind] = {
    item.id: item
    for item in (
        CoTreatmentKind(
            "aluminium_chloride",
            QT_TRANSLATE_NOOP("CoTreatment", "Aluminium chloride"),
            False,
            QT_TRANSLATE_NOOP(
                "CoTreatment", "Sources disagree on whether it hinders iontophoresis."
            ),
            ("ndc_labels", "rahim2022", "hidrex_1994", "pariser2014"),
        ),
        CoTreatmentKind(
            "glycopyrronium_cloth",
            QT_TRANSLATE_NOOP("CoTreatment", "Glycopyrronium cloth"),
            False,
            QT_TRANSLATE_NOOP("CoTreatment", "Armpits; an effect was seen from week 1."),
            ("atmos",),
        ),
        CoTreatmentKind(
            "sofpironium",
            QT_TRANSLATE_NOOP("CoTreatment", "Sofpironium gel"),
            False,
            QT_TRANSLATE_NOOP("CoTreatment", "Armpits, at bedtime."),
            ("sofdra",),
        ),
        CoTreatmentKind(
            "oxybutynin",
            QT_TRANSLATE_NOOP("CoTreatment", "Oxybutynin tablets"),
            True,
            QT_TRANSLATE_NOOP("CoTreatment", "Acts on all regions; judged at 6 weeks in a trial."),
            ("nice_es10",),
        ),
        CoTreatmentKind(
            "glycopyrronium_bath",
            QT_TRANSLATE_NOOP("CoTreatment", "Glycopyrronium in the water"),
            True,
            QT_TRANSLATE_NOOP("CoTreatment", "What is absorbed reaches the other side as well."),
            ("dolianitis2004",),
        ),
        CoTreatmentKind(
            "botulinum_toxin",
            QT_TRANSLATE_NOOP("CoTreatment", "Botulinum toxin"),
            False,
            QT_TRANSLATE_NOOP("CoTreatment", "Lasted a median of 197 to 205 days in a trial."),
            ("lowe2007",),
            lasting="one_day",
        ),
        CoTreatmentKind(
            "microwave",
            QT_TRANSLATE_NOOP("CoTreatment", "Microwave treatment"),
            False,
            QT_TRANSLATE_NOOP("CoTreatment", "Permanent."),
            ("fda_oub",),
            lasting="permanent",
        ),
        CoTreatmentKind(
            "sympathectomy",
            QT_TRANSLATE_NOOP("CoTreatment", "Sympathectomy"),
            True,
            QT_TRANSLATE_NOOP("CoTreatment", "Permanent; other regions may begin to sweat."),
            ("compensatory",),
            lasting="permanent",
        ),
        CoTreatmentKind(
            "other_medicine",
            QT_TRANSLATE_NOOP("CoTreatment", "Another medicine"),
            True,
            QT_TRANSLATE_NOOP("CoTreatment", "Some medicines cause sweating."),
            ("drug_list",),
        ),
        CoTreatmentKind(
            "other",
            QT_TRANSLATE_NOOP("CoTreatment", "Something else"),
            False,
            "",
            ("drymap",),
        ),
    )
}


@dataclass(frozen=True)
class Contraindication:
    """A reason to ask a doctor before any session; `detail` says what sources say of it."""

    id: str
    name: str
    detail: str
    sources: tuple[str, ...]


CONTRAINDICATIONS: dict[str, Contraindication] = {
    item.id: item
    for item in (
        Contraindication(
            "pacemaker",
            QT_TRANSLATE_NOOP("Contraindication", "pacemaker or implanted defibrillator"),
            QT_TRANSLATE_NOOP("Contraindication", "All sources named here name the pacemaker."),
            ("hidrex_dp450", "nhs_newcastle", "saalmann_faq", "nhs_wpr26540", "fischer"),
        ),
        Contraindication(
            "pregnancy",
            QT_TRANSLATE_NOOP("Contraindication", "pregnancy or breast-feeding"),
            QT_TRANSLATE_NOOP(
                "Contraindication",
                "All sources named here name pregnancy; one maker (Saalio) names breast-feeding as"
                " well.",
            ),
            (
                "hidrex_dp450",
                "nhs_newcastle",
                "saalmann_faq",
                "nhs_wpr26540",
                "fischer",
                "saalio_faq",
            ),
        ),
        Contraindication(
            "metal_implant",
            QT_TRANSLATE_NOOP("Contraindication", "metal implant"),
            QT_TRANSLATE_NOOP(
                "Contraindication",
                "Sources disagree: two makers name metal in the current's path, hospital leaflets"
                " and another maker any metal in the bones.",
            ),
            (
                "hidrex_dp450",
                "saalmann_faq",
                "bindner_metal",
                "nhs_wpr26540",
                "nhs_newcastle",
                "fischer",
                "port_implants",
            ),
        ),
        Contraindication(
            "metal_iud",
            QT_TRANSLATE_NOOP("Contraindication", "metal coil (intrauterine device)"),
            QT_TRANSLATE_NOOP(
                "Contraindication",
                "Sources disagree: one maker names it when the feet are treated, another maker"
                " always, and a hospital leaflet names any coil.",
            ),
            ("saalmann_faq", "hidrex_dp450", "nhs_newcastle"),
        ),
        Contraindication(
            "epilepsy",
            QT_TRANSLATE_NOOP("Contraindication", "epilepsy"),
            QT_TRANSLATE_NOOP("Contraindication", "Named by three makers."),
            ("hidrex_dp450", "saalmann_faq", "fischer"),
        ),
        Contraindication(
            "heart_disease",
            QT_TRANSLATE_NOOP("Contraindication", "heart disease or irregular heartbeat"),
            QT_TRANSLATE_NOOP(
                "Contraindication",
                "Named by three makers; one of them names a suspected heart problem as well.",
            ),
            ("hidrex_dp450", "fischer", "saalmann_faq"),
        ),
        Contraindication(
            "lost_sensation",
            QT_TRANSLATE_NOOP("Contraindication", "nerve damage or numb skin"),
            QT_TRANSLATE_NOOP(
                "Contraindication",
                "Polyneuropathy, or skin there that feels little or nothing: the current could"
                " not be felt.",
            ),
            ("hidrex_dp450", "nhs_newcastle", "saalmann_faq", "drymap"),
        ),
        Contraindication(
            "thrombosis",
            QT_TRANSLATE_NOOP("Contraindication", "thrombosis or severe vascular disease"),
            QT_TRANSLATE_NOOP(
                "Contraindication",
                "A hospital leaflet names any blood clot; a maker also names severely reduced"
                " blood flow.",
            ),
            ("nhs_newcastle", "saalmann_faq"),
        ),
        Contraindication(
            "skin_lesion",
            QT_TRANSLATE_NOOP(
                "Contraindication", "tumour, infection or swelling of the skin there"
            ),
            QT_TRANSLATE_NOOP(
                "Contraindication",
                "Two makers name a tumour or a suspect spot where the current goes, acute"
                " infection and inflamed or swollen skin; a hospital leaflet names any tumour.",
            ),
            ("hidrex_dp450", "saalmann_faq", "nhs_newcastle"),
        ),
        Contraindication(
            "open_wound",
            QT_TRANSLATE_NOOP("Contraindication", "wound that cannot be covered"),
            QT_TRANSLATE_NOOP(
                "Contraindication", "A wound that petroleum jelly cannot cover, say two makers."
            ),
            ("hidrex_dp450", "saalmann_faq"),
        ),
        Contraindication(
            "braces",
            QT_TRANSLATE_NOOP("Contraindication", "fixed metal braces in the mouth"),
            QT_TRANSLATE_NOOP(
                "Contraindication",
                "Sources disagree: a hospital leaflet names them; a dealer's page does not count"
                " metal that lies outside the current's path.",
            ),
            ("nhs_wpr26540", "bindner_metal"),
        ),
        Contraindication(
            "young_child",
            QT_TRANSLATE_NOOP("Contraindication", "child under 6 years"),
            QT_TRANSLATE_NOOP(
                "Contraindication",
                "Sources disagree: a hospital leaflet says under 5 years, two makers 6 years.",
            ),
            ("nhs_newcastle", "fischer", "saalmann_faq"),
        ),
        Contraindication(
            "electrical_sensitivity",
            QT_TRANSLATE_NOOP("Contraindication", "sensitivity to current"),
            QT_TRANSLATE_NOOP("Contraindication", "Named by one maker (Fischer)."),
            ("fischer",),
        ),
    )
}
"""Asked, never cleared by the program; an id keeps its meaning, for diaries hold answers to it."""
