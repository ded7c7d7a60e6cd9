"""The severity from which a region is wet again belongs to the diary: one table more."""

from sqlalchemy import Connection

revision = "0003"
down_revision = "0002"

WET_AGAIN = """
CREATE TABLE wet_again (
    severity INTEGER NOT NULL,
    set_at TEXT,
    id TEXT NOT NULL,
    digest BLOB NOT NULL,
    CONSTRAINT pk_wet_again PRIMARY KEY (id),
    CONSTRAINT ck_wet_again_severity CHECK (severity BETWEEN 1 AND 10),
    CONSTRAINT ck_wet_again_set_at CHECK (set_at BETWEEN '1900' AND '2200')
)
 WITHOUT ROWID,
 STRICT
"""


def upgrade(tx: Connection) -> None:
    tx.exec_driver_sql(WET_AGAIN)
