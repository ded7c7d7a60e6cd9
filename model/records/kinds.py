"""Every kind of record in one table: the store, the journal and the exports walk through it."""

from __future__ import annotations

from model.records.day import Assessment, DayContext, Gravimetry, Moment, Rating
from model.records.person import (
    BaselineChoice,
    ContraindicationAnswer,
    Event,
    FollowedRegion,
    InductionChoice,
    Notice,
    OwnRegion,
    Profile,
    Question,
    WetAgain,
)
from model.records.rules import Record
from model.records.treatment import (
    CoTreatment,
    Course,
    Device,
    OwnedApplicator,
    Reaction,
    Session,
)

KINDS: dict[str, type[Record]] = {
    kind.KIND: kind
    for kind in (
        Profile,
        OwnRegion,
        FollowedRegion,
        BaselineChoice,
        InductionChoice,
        WetAgain,
        Rating,
        Moment,
        DayContext,
        Assessment,
        Gravimetry,
        Device,
        OwnedApplicator,
        Course,
        Session,
        Reaction,
        CoTreatment,
        Event,
        ContraindicationAnswer,
        Question,
        Notice,
    )
}
"""Kind -> dataclass. Ratings are the bulk: they also travel as columns (see `snapshot`)."""
