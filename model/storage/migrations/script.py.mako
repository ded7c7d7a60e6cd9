"""${message}."""

from sqlalchemy import Connection

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}


def upgrade(tx: Connection) -> None:
    """${message}; the text is frozen once a diary was made with it."""
