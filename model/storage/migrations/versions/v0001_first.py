"""The first layout, written out in the SQL file beside this one, which is never changed."""

from pathlib import Path

from sqlalchemy import Connection

revision = "0001"
down_revision = None

ALEMBIC_VERSION = """
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL,
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)
"""


def upgrade(tx: Connection) -> None:
    script = Path(__file__).with_suffix(".sql").read_text("utf-8")
    for statement in script.removesuffix(";\n").split(";\n\n"):
        tx.exec_driver_sql(statement)
