"""Small controlled vocabularies: id -> name. Ids are stored in diaries and never change."""

from model.text import QT_TRANSLATE_NOOP

ENTERED: dict[str, str] = {
    "same_day": QT_TRANSLATE_NOOP("Entered", "on the day"),
    "late": QT_TRANSLATE_NOOP("Entered", "later"),
    "copied": QT_TRANSLATE_NOOP("Entered", "copied from the day before"),
    "imported": QT_TRANSLATE_NOOP("Entered", "imported"),
}
HEAT: dict[str, str] = {
    "cool": QT_TRANSLATE_NOOP("Heat", "cool"),
    "warm": QT_TRANSLATE_NOOP("Heat", "warm"),
    "hot": QT_TRANSLATE_NOOP("Heat", "hot"),
}
ACTIVITY: dict[str, str] = {
    "rest": QT_TRANSLATE_NOOP("Activity", "rest"),
    "usual": QT_TRANSLATE_NOOP("Activity", "usual"),
    "hard": QT_TRANSLATE_NOOP("Activity", "hard"),
}
NIGHT_SWEAT: dict[str, str] = {  # grades after Quigley, in own words (source: quigley)
    "none": QT_TRANSLATE_NOOP("NightSweat", "none"),
    "mild": QT_TRANSLATE_NOOP("NightSweat", "mild"),
    "drenched": QT_TRANSLATE_NOOP("NightSweat", "drenched, nightwear changed"),
}
TRIGGERS: dict[str, str] = {  # named in sources: triggers, drug_list; the last two are optional
    "emotion": QT_TRANSLATE_NOOP("Trigger", "emotion or anxiety"),
    "public": QT_TRANSLATE_NOOP("Trigger", "public situation"),
    "crowd": QT_TRANSLATE_NOOP("Trigger", "crowded room"),
    "spicy_food": QT_TRANSLATE_NOOP("Trigger", "spicy food"),
    "caffeine": QT_TRANSLATE_NOOP("Trigger", "caffeine"),
    "alcohol": QT_TRANSLATE_NOOP("Trigger", "alcohol"),
    "tight_clothing": QT_TRANSLATE_NOOP("Trigger", "tight or synthetic clothing"),
    "none_cool_calm": QT_TRANSLATE_NOOP("Trigger", "no trigger: cool and calm"),
    "menstrual_cycle": QT_TRANSLATE_NOOP("Trigger", "menstrual cycle"),
    "poor_sleep": QT_TRANSLATE_NOOP("Trigger", "poor sleep"),
}
DAY_STATES: dict[str, str] = {
    "not_remembered": QT_TRANSLATE_NOOP("DayState", "don't remember"),
    "not_applicable": QT_TRANSLATE_NOOP("DayState", "not applicable (ill, away)"),
}
DAY_MARKS: dict[str, str] = {  # what the dot of a day says
    "same_day": QT_TRANSLATE_NOOP("DayMark", "rated on the day"),
    "late": QT_TRANSLATE_NOOP("DayMark", "rated later"),
    "copied": QT_TRANSLATE_NOOP("DayMark", "copied from the day before"),
    "imported": QT_TRANSLATE_NOOP("DayMark", "imported"),
    "partly": QT_TRANSLATE_NOOP("DayMark", "rated in part"),
    "none": QT_TRANSLATE_NOOP("DayMark", "nothing recorded"),
    "not_applicable": QT_TRANSLATE_NOOP("DayMark", "not applicable"),
    "not_remembered": QT_TRANSLATE_NOOP("DayMark", "not remembered"),
}
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""As they stand in the plan of a course; Monday is ISO weekday 1."""

PHASES: dict[str, str] = {
    "induction": QT_TRANSLATE_NOOP("Phase", "induction"),
    "maintenance": QT_TRANSLATE_NOOP("Phase", "maintenance"),
    "top_up": QT_TRANSLATE_NOOP("Phase", "top-up"),
}
WAVEFORMS: dict[str, str] = {  # sources: reinauer1995, hidrex_dp450, wikipedia_de
    "dc": QT_TRANSLATE_NOOP("Waveform", "direct current"),
    "pulsed_dc": QT_TRANSLATE_NOOP("Waveform", "pulsed direct current"),
    "ac_dc": QT_TRANSLATE_NOOP("Waveform", "alternating with direct offset"),
}
POLARITIES: dict[
    str, str
] = {  # makers and guidelines disagree: idrostar, hautarzt2012, hidrex_1994
    "none": QT_TRANSLATE_NOOP("Polarity", "not reversed"),
    "mid_session": QT_TRANSLATE_NOOP("Polarity", "reversed at half time"),
    "alternated": QT_TRANSLATE_NOOP("Polarity", "reversed from session to session"),
}
WATERS: dict[str, str] = {  # sources: fischer, dermadry
    "tap": QT_TRANSLATE_NOOP("Water", "tap water"),
    "soft": QT_TRANSLATE_NOOP("Water", "soft water"),
    "mineral": QT_TRANSLATE_NOOP("Water", "mineral water"),
}
ADDITIVES: dict[str, str] = {  # sources: fischer (baking soda), bad_leaflet (glycopyrronium)
    "none": QT_TRANSLATE_NOOP("Additive", "none"),
    "baking_soda": QT_TRANSLATE_NOOP("Additive", "baking soda"),
    "glycopyrronium": QT_TRANSLATE_NOOP("Additive", "glycopyrronium (prescribed)"),
    "other": QT_TRANSLATE_NOOP("Additive", "other"),
}
STOP_REASONS: dict[str, str] = {
    "pain": QT_TRANSLATE_NOOP("StopReason", "pain or burning"),
    "skin": QT_TRANSLATE_NOOP("StopReason", "skin reaction"),
    "time": QT_TRANSLATE_NOOP("StopReason", "no time"),
    "device": QT_TRANSLATE_NOOP("StopReason", "device or cable"),
    "other": QT_TRANSLATE_NOOP("StopReason", "other"),
}
REACTIONS: dict[str, str] = {  # FACTS 3.5; sources: nhs_wpr26540, nhs_hull, hidrex_dp450, sener2019
    "tingling": QT_TRANSLATE_NOOP("Reaction", "tingling or burning"),
    "redness": QT_TRANSLATE_NOOP("Reaction", "redness"),
    "itch": QT_TRANSLATE_NOOP("Reaction", "itch"),
    "dry_skin": QT_TRANSLATE_NOOP("Reaction", "dry or cracked skin"),
    "blister": QT_TRANSLATE_NOOP("Reaction", "small blisters"),
    "waterline": QT_TRANSLATE_NOOP("Reaction", "irritation at the water line"),
    "bruising": QT_TRANSLATE_NOOP("Reaction", "pin-prick bruising"),
    "shock": QT_TRANSLATE_NOOP("Reaction", "electric shock"),
    "burn": QT_TRANSLATE_NOOP("Reaction", "burn"),
    "wound": QT_TRANSLATE_NOOP("Reaction", "broken skin"),
    "pigmentation": QT_TRANSLATE_NOOP("Reaction", "pigmentation"),
    "limb_tingling": QT_TRANSLATE_NOOP("Reaction", "tingling spreading into the limb"),
    "dry_mouth": QT_TRANSLATE_NOOP("Reaction", "dry mouth or throat"),
    "blurred_vision": QT_TRANSLATE_NOOP("Reaction", "blurred vision"),
    "other": QT_TRANSLATE_NOOP("Reaction", "other"),
}
EVENT_KINDS: dict[str, str] = {
    "surgery": QT_TRANSLATE_NOOP("Event", "surgery"),
    "device_change": QT_TRANSLATE_NOOP("Event", "change of device"),
    "drug_change": QT_TRANSLATE_NOOP("Event", "change of a medicine"),
    "travel": QT_TRANSLATE_NOOP("Event", "travel"),
    "illness": QT_TRANSLATE_NOOP("Event", "illness"),
    "visit": QT_TRANSLATE_NOOP("Event", "visit to the doctor"),
    "other": QT_TRANSLATE_NOOP("Event", "other"),
}
ANSWERS: dict[str, str] = {
    "yes": QT_TRANSLATE_NOOP("Answer", "yes"),
    "no": QT_TRANSLATE_NOOP("Answer", "no"),
    "unsure": QT_TRANSLATE_NOOP("Answer", "not sure"),
}
SEXES: dict[str, str] = {
    "female": QT_TRANSLATE_NOOP("Sex", "female"),
    "male": QT_TRANSLATE_NOOP("Sex", "male"),
    "other": QT_TRANSLATE_NOOP("Sex", "other"),
}
HANDS: dict[str, str] = {
    "left": QT_TRANSLATE_NOOP("Hand", "left"),
    "right": QT_TRANSLATE_NOOP("Hand", "right"),
}
NOTICES: dict[str, str] = {
    "skin_reaction": QT_TRANSLATE_NOOP("Notice", "skin reaction: stop and ask"),
    "red_flag": QT_TRANSLATE_NOOP("Notice", "something to show a doctor"),
    "contraindication": QT_TRANSLATE_NOOP("Notice", "contraindication answered yes"),
    "weekly_question": QT_TRANSLATE_NOOP("Notice", "weekly question passed over"),
    "ceiling": QT_TRANSLATE_NOOP("Notice", "current above the ceiling"),
    "short_session": QT_TRANSLATE_NOOP("Notice", "short session"),
    "too_often": QT_TRANSLATE_NOOP("Notice", "many sessions"),
    "aluminium": QT_TRANSLATE_NOOP("Notice", "aluminium chloride on the day of a session"),
    "reaction_open": QT_TRANSLATE_NOOP("Notice", "skin reaction still open"),
    "checklist": QT_TRANSLATE_NOOP("Notice", "checklist to be answered"),
}
