"""What alembic runs: the migrations on the connection that `sitrep.store.migrate` hands over."""

from alembic import context

from sitrep.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
context.run_migrations()
