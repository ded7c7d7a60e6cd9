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
            QT_TRANSLATE_NOOP("Schedule", "Monday, Wednesday, Friday for 4 weeks"),
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
    """Another treatment that may change sweating; `systemic` acts on all regions."""

    id: str
    name: str
    systemic: bool
    fact: str
    sources: tuple[str, ...]


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
        ),
        CoTreatmentKind(
            "microwave",
            QT_TRANSLATE_NOOP("CoTreatment", "Microwave treatment"),
            False,
            QT_TRANSLATE_NOOP("CoTreatment", "Permanent."),
            ("fda_oub",),
        ),
        CoTreatmentKind(
            "sympathectomy",
            QT_TRANSLATE_NOOP("CoTreatment", "Sympathectomy"),
            True,
            QT_TRANSLATE_NOOP("CoTreatment", "Permanent; other regions may begin to sweat."),
            ("compensatory",),
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

CONTRAINDICATIONS: dict[str, str] = {
    "pacemaker": QT_TRANSLATE_NOOP("Contraindication", "pacemaker or implanted defibrillator"),
    "pregnancy": QT_TRANSLATE_NOOP("Contraindication", "pregnancy or breast-feeding"),
    "metal_implant": QT_TRANSLATE_NOOP("Contraindication", "metal implant"),
    "metal_iud": QT_TRANSLATE_NOOP("Contraindication", "metal coil (intrauterine device)"),
    "epilepsy": QT_TRANSLATE_NOOP("Contraindication", "epilepsy"),
    "heart_disease": QT_TRANSLATE_NOOP("Contraindication", "heart disease or irregular heartbeat"),
    "lost_sensation": QT_TRANSLATE_NOOP("Contraindication", "nerve damage or numb skin"),
    "thrombosis": QT_TRANSLATE_NOOP("Contraindication", "thrombosis or severe vascular disease"),
    "skin_lesion": QT_TRANSLATE_NOOP(
        "Contraindication", "tumour, infection or swelling of the skin there"
    ),
    "open_wound": QT_TRANSLATE_NOOP("Contraindication", "wound that cannot be covered"),
    "braces": QT_TRANSLATE_NOOP("Contraindication", "fixed metal braces in the mouth"),
    "young_child": QT_TRANSLATE_NOOP("Contraindication", "child under 6 years"),
    "electrical_sensitivity": QT_TRANSLATE_NOOP("Contraindication", "sensitivity to current"),
}
"""Asked, never cleared by the program: sources disagree on the details. Sources: nhs_wpr26540,
nhs_newcastle, hidrex_dp450, hautarzt2012, saalio_use, fischer, saalmann_faq, port_implants."""
