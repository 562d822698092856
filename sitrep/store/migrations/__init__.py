"""Migrations: one file a released schema, never edited after its release."""
