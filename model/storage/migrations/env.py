"""What alembic runs: today's steps, inside the transaction that the store has begun."""

from alembic import context

_tx = context.config.attributes["tx"]
context.configure(connection=_tx, transactional_ddl=True, render_as_batch=True)
context.run_migrations(tx=_tx)
