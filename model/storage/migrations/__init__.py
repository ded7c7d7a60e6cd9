"""Make the tables of a new diary, and bring an older file to today's layout.

`versions/` holds one frozen step a layout; its number is the `user_version` of the file.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from model.storage import preflight
from model.storage.migrations.versions import v0001_first, v0002_induction, v0003_wet_again

if TYPE_CHECKING:
    from sqlalchemy import Connection

SCRIPTS = Path(__file__).parent

STEPS = (v0001_first, v0002_induction, v0003_wet_again)
"""Every step in order. A new diary goes through them without alembic, which takes longer to
import than the diary to make."""


def create(tx: Connection) -> None:
    """Make every table in an empty file; the caller holds the transaction."""
    tx.exec_driver_sql(v0001_first.ALEMBIC_VERSION)
    for step in STEPS:
        step.upgrade(tx)
    tx.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (STEPS[-1].revision,))
    tx.exec_driver_sql(f"PRAGMA application_id = {preflight.APPLICATION_ID}")
    tx.exec_driver_sql(f"PRAGMA user_version = {preflight.FORMAT}")


def upgrade(tx: Connection) -> None:
    """Run the steps that the file has not seen; the caller holds the transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["tx"] = tx
    command.upgrade(config, "head")
    tx.exec_driver_sql(f"PRAGMA user_version = {preflight.FORMAT}")
