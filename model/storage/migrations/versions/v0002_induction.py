"""The end of a region's induction can be moved: one table more, nothing else changes."""

from sqlalchemy import Connection

revision = "0002"
down_revision = "0001"

INDUCTION = """
CREATE TABLE induction (
    region TEXT NOT NULL,
    ends TEXT NOT NULL,
    set_at TEXT,
    reason TEXT NOT NULL,
    digest BLOB NOT NULL,
    CONSTRAINT pk_induction PRIMARY KEY (region),
    CONSTRAINT ck_induction_ends CHECK (ends BETWEEN '1900-01-01' AND '2199-12-31'),
    CONSTRAINT ck_induction_set_at CHECK (set_at BETWEEN '1900' AND '2200'),
    CONSTRAINT ck_induction_reason CHECK (length(reason) <= 20000)
)
 WITHOUT ROWID,
 STRICT
"""


def upgrade(tx: Connection) -> None:
    tx.exec_driver_sql(INDUCTION)
